"""Sentences in many scripts, with how wide Chromium draws them.

`width` and `bold` are in em, measured in Chromium 156 with Debian's Liberation Sans 2, Noto Sans
and Noto Color Emoji; test_browser.py measures them anew where there is a browser. Most sentences
are from the Universal Declaration of Human Rights.
"""

from __future__ import annotations

from typing import NamedTuple


class Sample(NamedTuple):
    """A text, the family that draws what Liberation Sans has not, and its true widths."""

    family: str
    text: str
    width: float
    bold: float


SAMPLES = (
    Sample(
        "Liberation Sans",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
        36.77,
        39.37,
    ),
    Sample(
        "Liberation Sans",
        "Größere Flüsse führen öfter Hochwasser; Łódź, Reykjavík, Çanakkale, Ðakovo.",
        35.24,
        37.46,
    ),
    Sample(
        "Liberation Sans",
        "Zu\u0308ge fahren pu\u0308nktlich: e\u0301te\u0301, s\u0323\u0307, a\u0302\u0301.",
        14.01,
        15.00,
    ),
    Sample(
        "Liberation Sans",
        "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια.",
        29.38,
        31.96,
    ),
    Sample(
        "Liberation Sans",
        "Все люди рождаются свободными и равными в своём достоинстве и правах.",
        35.79,
        38.89,
    ),
    Sample(
        "Noto Sans CJK SC",
        "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
        43.00,
        43.00,
    ),
    Sample(
        "Noto Sans CJK SC",
        "政府应当在2020年以前关闭全部燃煤电厂，因为成本已低于「预期」。",
        30.72,
        30.72,
    ),
    Sample(
        "Noto Sans CJK JP",
        "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
        41.73,
        41.73,
    ),
    Sample(
        "Noto Sans CJK JP",
        "ﾊﾝｶｸのカタカナとウェブサイトのデータ、ＡＢＣ１２３。",
        25.97,
        25.97,
    ),
    Sample(
        "Noto Sans CJK KR",
        "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
        29.46,
        29.46,
    ),
    Sample(
        "Noto Sans CJK KR",
        "정부는 2030년까지 석탄 발전소를 모두 닫아야 한다.",
        21.65,
        21.65,
    ),
    Sample(
        "Noto Sans CJK KR",
        "한국 말을 쓴다",
        6.08,
        6.08,
    ),
    Sample(
        "Noto Sans Arabic",
        "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميراً.",
        30.30,
        33.22,
    ),
    Sample(
        "Noto Sans Arabic",
        "يجب على الحكومة أن تغلق محطات الفحم قبل عام ٢٠٣٠ لأن كلفتها مرتفعة جداً.",
        30.83,
        33.36,
    ),
    Sample(
        "Noto Sans Arabic",
        "تمام افراد بشر آزاد به دنیا می\u200cآیند و از لحاظ حیثیت و حقوق با هم برابرند.",
        28.13,
        30.80,
    ),
    Sample(
        "Noto Sans Arabic",
        "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
        25.23,
        27.64,
    ),
    Sample(
        "Liberation Sans",
        "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
        22.46,
        24.26,
    ),
    Sample(
        "Liberation Sans",
        "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ",
        17.68,
        18.96,
    ),
    Sample(
        "Noto Sans Devanagari",
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
        32.35,
        35.09,
    ),
    Sample(
        "Noto Sans Devanagari",
        "सरकार को २०३० तक सभी कोयला बिजलीघर बंद कर देने चाहिए क्योंकि उनकी लागत बढ़ रही है।",
        34.60,
        37.25,
    ),
    Sample(
        "Noto Sans Devanagari",
        "सर्व मानवी व्यक्ति जन्मतःच स्वतंत्र आहेत व त्यांना समान प्रतिष्ठा व समान अधिकार आहेत.",
        31.64,
        34.35,
    ),
    Sample(
        "Noto Sans Bengali",
        "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
        28.38,
        30.08,
    ),
    Sample(
        "Noto Sans Bengali",
        "সরকারের উচিত কয়লা বিদ্যুৎকেন্দ্রগুলি বন্ধ করা, কারণ খরচ বেশি।",
        26.64,
        28.36,
    ),
    Sample(
        "Noto Sans Gurmukhi",
        "ਸਾਰਾ ਮਨੁੱਖੀ ਪਰਿਵਾਰ ਆਪਣੀ ਮਹਿਮਾ, ਸ਼ਾਨ ਅਤੇ ਹੱਕਾਂ ਦੇ ਪੱਖੋਂ ਜਨਮ ਤੋਂ ਹੀ ਆਜ਼ਾਦ ਹੈ।",
        28.09,
        30.01,
    ),
    Sample(
        "Noto Sans Gujarati",
        "પ્રતિષ્ઠા અને અધિકારોની દૃષ્ટિએ સર્વ માનવો જન્મથી સ્વતંત્ર અને સમાન હોય છે.",
        27.78,
        29.68,
    ),
    Sample(
        "Noto Sans Oriya",
        "ସବୁ ମନୁଷ୍ୟ ଜନ୍ମକାଳରୁ ସ୍ୱାଧୀନ ଏବଂ ମର୍ଯ୍ୟାଦା ଓ ଅଧିକାରରେ ସମାନ।",
        25.25,
        27.11,
    ),
    Sample(
        "Noto Sans Tamil",
        "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும் உரிமைகளிலும் சமமானவர்கள்.",
        60.08,
        65.96,
    ),
    Sample(
        "Noto Sans Telugu",
        "ప్రతిపత్తిస్వత్వముల విషయమున మానవులెల్లరును జన్మతః స్వతంత్రులును సమానులును నగుదురు.",
        37.92,
        40.86,
    ),
    Sample(
        "Noto Sans Kannada",
        "ಎಲ್ಲಾ ಮಾನವರೂ ಸ್ವತಂತ್ರರಾಗಿಯೇ ಜನಿಸಿದ್ದಾರೆ ಹಾಗೂ ಘನತೆ ಮತ್ತು ಹಕ್ಕುಗಳಲ್ಲಿ ಸಮಾನರಾಗಿದ್ದಾರೆ.",
        37.49,
        40.35,
    ),
    Sample(
        "Noto Sans Malayalam",
        "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടും കൂടി ജനിച്ചവരാണ്.",
        45.64,
        50.54,
    ),
    Sample(
        "Noto Sans Sinhala",
        "සියලු මනුෂ්\u200dයයෝ නිදහස්ව උපත ලබා ඇත. ගරුත්වයෙන් හා අයිතිවාසිකම්වලින් සමාන වෙති.",
        43.04,
        44.85,
    ),
    Sample(
        "Noto Sans Thai",
        "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
        25.78,
        27.29,
    ),
    Sample(
        "Noto Sans Thai",
        "รัฐบาลควรปิดโรงไฟฟ้าถ่านหินทั้งหมดก่อนปี ๒๕๗๓ เพราะค่าใช้จ่ายสูงเกินไป",
        29.07,
        30.73,
    ),
    Sample(
        "Noto Sans Lao",
        "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ, ສິດທິ, ເສລີພາບ ແລະ ຄວາມສະເໝີພາບເທົ່າທຽມກັນ.",
        30.82,
        31.35,
    ),
    Sample(
        "Noto Sans Khmer",
        "មនុស្សទាំងអស់កើតមកមានសេរីភាព និងភាពស្មើៗគ្នា ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរ និងសិទ្ធិ។",
        29.98,
        31.92,
    ),
    Sample(
        "Noto Sans Myanmar",
        "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊",
        27.31,
        27.40,
    ),
    Sample(
        "Noto Serif Tibetan",
        "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌།",
        21.93,
        24.00,
    ),
    Sample(
        "Noto Sans Georgian",
        "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
        47.11,
        48.89,
    ),
    Sample(
        "Noto Sans Armenian",
        "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ և իրավունքներով։",
        46.83,
        50.11,
    ),
    Sample(
        "Noto Sans Ethiopic",
        "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።",
        24.80,
        26.49,
    ),
    Sample(
        "Noto Color Emoji",
        "Coal 🏭 is worse than wind 🌬\ufe0f and sun ☀\ufe0f ✅❌⚡⭐",
        24.26,
        25.36,
    ),
    Sample(
        "Noto Color Emoji",
        "👩\u200d👩\u200d👧\u200d👦👍🏽🇩🇪🇫🇷🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f1\ufe0f\u20e3❤\ufe0f\u200d🔥🧑🏿\u200d🚀",
        10.00,
        10.00,
    ),
    Sample(
        "Noto Color Emoji",
        "Families 👨\u200d👩\u200d👦 fly ✈\ufe0f to 🇯🇵 with a 👋🏻 and #\ufe0f\u20e31.",
        19.42,
        20.31,
    ),
    Sample(
        "Liberation Sans",
        "zero\u200bwidth\u200dand\u202ebidi\u202c con\u2060trols\ufeff in\u200f it",
        13.12,
        14.50,
    ),
    Sample(
        "Liberation Sans",
        "IPCC 气候报告 says الفحم costs मूल्य ๑๐๐ บาท, ok 👍🏽?",
        23.55,
        24.60,
    ),
)
