"""Texts to quote from, and the ways in which a printer, a scanner or a writer sets words anew."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import strategies as st

from argmap.quotations import plain
from argmap.quotations.find import Finder
from argmap.quotations.index import Index
from argmap.quotations.text import SourceText

MINUTES = """\
Minutes of the council, third of March

The opening of the bridge is put off until spring, since the steel for its northern arch has not
come. The contractor apologised, and will pay for the ferry “as long as it takes”; the clerk noted
that nobody had asked him to.

The ferry carries 1,500 people a day; it needs £4.5 a head, or 3–4 % more than last year. Its crew
works from six to midnight – on Sundays from eight. A well-kept boat, the ferryman's own, stands by.

Nothing else was decided. The council meets again on the 2nd of April, at 19:30.
"""

GERMAN = """\
Die Brücke öffnet erst im Frühjahr, weil der Stahl für den nördlichen Bogen fehlt. Der Unternehmer
bedauerte das »außerordentlich« und zahlt für die Fähre. Weiß jemand, wie lange? Der Schreiber hielt
fest: niemand wußte es.

Die Fähre trägt 1.500 Menschen am Tag. Ihre Mannschaft arbeitet von sechs bis Mitternacht.
"""

FRENCH = """\
L'ouverture du pont est remise au printemps, car l'acier de l'arche n'est pas arrivé. « C'est à
l'entrepreneur de payer », dit le maire ; personne n'a répondu. L'œuvre sera achevée en été.
"""

GREEK = """\
Η γέφυρα θα ανοίξει την άνοιξη, γιατί λείπει ο χάλυβας για το βόρειο τόξο. Ο δήμος πληρώνει.
"""

HEBREW = """\
פתיחת הגשר נדחתה לאביב, מפני שהפלדה לקשת הצפונית לא הגיעה. העירייה תשלם על המעבורת.
"""

ARABIC = """\
تأجل افتتاح الجسر إلى الربيع، لأن فولاذ القوس الشمالي لم يصل. ستدفع البلدية ثمن العبّارة.
"""

HINDI = """\
पुल का उद्घाटन वसंत तक टाल दिया गया है, क्योंकि उत्तरी मेहराब का इस्पात नहीं आया। नगर नौका का खर्च देगा।
"""

CHINESE = """\
大桥的开通推迟到春天，因为北拱的钢材还没有到。承包商表示歉意，并将支付渡轮的费用。
渡轮每天运送一千五百人，船员从六点工作到午夜。
"""

THAI = """\
การเปิดสะพานเลื่อนไปถึงฤดูใบไม้ผลิ เพราะเหล็กสำหรับซุ้มด้านเหนือยังมาไม่ถึง
"""

TEXTS = {
    "english": MINUTES,
    "german": GERMAN,
    "french": FRENCH,
    "greek": GREEK,
    "hebrew": HEBREW,
    "arabic": ARABIC,
    "hindi": HINDI,
    "chinese": CHINESE,
    "thai": THAI,
}

UNSPACED = {"chinese", "thai"}
"""The texts whose words have no space between them."""


def finder(text: str | SourceText) -> Finder:
    """A text made ready to look quotations up."""
    return Finder(Index(plain.read(text) if isinstance(text, str) else text))


def words(text: str) -> list[str]:
    """The pieces of a text between white space."""
    return text.split()


_QUOTES = [("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("»", "«"), ("″", "″")]
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


@st.composite
def reset(draw: st.DrawFn, passage: str) -> str:
    """The same words as another printer would set them.

    Other line breaks, other quotation marks and dashes, ligatures, words divided at the ends of
    lines, composed or decomposed letters, invisible characters.
    """
    text = passage
    open_, close = draw(st.sampled_from(_QUOTES))
    text = re.sub("[“»«]", open_, text) if "“" in text else text
    text = text.replace("”", close)
    if draw(st.booleans()):
        text = text.replace("'", "’")
    if draw(st.booleans()):
        text = text.replace(" – ", draw(st.sampled_from([" — ", " -- ", " - ", " ― "])))
    if draw(st.booleans()):
        for letters, one in _LIGATURES.items():
            text = text.replace(letters, one)
    if draw(st.booleans()):
        text = normalize("NFD" if draw(st.booleans()) else "NFC", text)
    pieces = text.split(" ")
    for n, piece in enumerate(pieces):
        if len(piece) > 5 and piece.isalpha() and piece.isascii() and draw(st.integers(0, 5)) == 0:
            at = draw(st.integers(2, len(piece) - 2))
            mark = draw(st.sampled_from(["-", "\xad", "‐"]))
            pieces[n] = f"{piece[:at]}{mark}\n{piece[at:]}"
    space = st.sampled_from([" ", " ", " ", "  ", "\n", "\n   ", "\u00a0", " \u200b"])
    return "".join(piece + draw(space) for piece in pieces[:-1]) + pieces[-1]
