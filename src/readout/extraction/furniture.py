"""Words by which page furniture gives itself away: share lines, related links, comments, notices, captions."""

from __future__ import annotations

import re
from typing import Final

#: A short line made of nothing but these words is a button or a menu, not a sentence.
_BUTTON_WORDS: Final = frozenset(
    [
        "share",
        "shares",
        "sharing",
        "tweet",
        "tweets",
        "retweet",
        "pin",
        "pinterest",
        "email",
        "e",
        "mail",
        "print",
        "printer",
        "friendly",
        "whatsapp",
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "reddit",
        "telegram",
        "instagram",
        "youtube",
        "tiktok",
        "threads",
        "bluesky",
        "flipboard",
        "messenger",
        "copy",
        "link",
        "links",
        "copied",
        "save",
        "saved",
        "bookmark",
        "follow",
        "us",
        "on",
        "subscribe",
        "subscription",
        "sign",
        "up",
        "in",
        "log",
        "out",
        "login",
        "logout",
        "register",
        "newsletter",
        "newsletters",
        "advertisement",
        "advertising",
        "advert",
        "ad",
        "ads",
        "sponsored",
        "promoted",
        "loading",
        "load",
        "close",
        "menu",
        "search",
        "skip",
        "to",
        "main",
        "content",
        "toggle",
        "caption",
        "enlarge",
        "this",
        "image",
        "hide",
        "listen",
        "watch",
        "play",
        "pause",
        "mute",
        "video",
        "videos",
        "audio",
        "photo",
        "photos",
        "gallery",
        "slideshow",
        "read",
        "more",
        "continue",
        "reading",
        "story",
        "article",
        "continues",
        "below",
        "scroll",
        "down",
        "next",
        "news",
        "previous",
        "prev",
        "source",
        "sources",
        "view",
        "comments",
        "comment",
        "show",
        "see",
        "all",
        "image",
        "of",
        "latest",
        "most",
        "viewed",
        "popular",
        "trending",
        "top",
        "stories",
        "headlines",
        "home",
        "back",
        "click",
        "here",
        "tap",
        "expand",
        "collapse",
        "fullscreen",
        "open",
        "new",
        "window",
        "tab",
        "via",
        "live",
        "updates",
        "font",
        "size",
        "increase",
        "decrease",
        "text",
        "a",
        "the",
        "and",
        "or",
        "by",
        "your",
        "page",
        "pages",
        "report",
        "this",
        "error",
        "abuse",
        "recommended",
        "related",
        "topics",
        "tags",
        "tag",
        "more",
        "related",
        "also",
        "like",
        "you",
        "may",
        "must",
        "don't",
        "miss",
        "editor",
        "editor's",
        "editors'",
        "picks",
        "for",
        "reply",
        "like",
        "dislike",
        "likes",
        "replies",
        "flag",
        "permalink",
        "views",
        "min",
        "read",
        "minutes",
        "summary",
        "view",
        "other",
        "interest",
    ]
)
_WEAK_WORDS: Final = frozenset(
    [
        "on",
        "in",
        "out",
        "this",
        "image",
        "of",
        "news",
        "the",
        "and",
        "a",
        "by",
        "your",
        "or",
        "to",
        "us",
        "you",
        "for",
        "more",
        "new",
        "text",
        "all",
        "like",
        "live",
        "read",
        "report",
        "other",
        "summary",
        "audio",
        "see",
        "watch",
        "listen",
        "story",
        "continue",
        "interest",
        "via",
        "min",
        "minutes",
        "topics",
        "views",
        "view",
        "top",
        "home",
    ]
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

COMMENTS: Final = re.compile(
    r"""(?:(?:view|show|read|see|all|load|\d+)\s+)*(?:reader\s+|user\s+)?comments?\s*(?:section)?\s*[:(]?\s*\(?\s*\d*\s*\)?\.?$"""
    r"|\d[\d,.]* (?:comments?|responses|replies)\b.{0,40}$"
    r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)\b|be the first to comment"
    r"|what do you think\?$|have your say|comments are closed",
    re.IGNORECASE,
)
RELATED: Final = re.compile(
    r"(?:related(?: \w+){0,2}|other topics of interest|more (?:on|about|from|in|related)\b.{0,40}|more (?:news|stories|headlines)|also read|"
    r"read (?:also|next|more)|see also|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| stories)?|trending(?: now)?|"
    r"most (?:read|viewed|view|popular|shared|watched)|(?:latest|top|popular|other|similar|more) (?:news|stories|headlines|articles|posts)|"
    r"editor'?s'? (?:picks|choice)|don'?t miss|must[- ]reads?|in case you missed it|what to read next|up next|further reading|"
    r"topics of interest|around the web|from around the web|sponsored (?:content|links)|promoted (?:content|stories)|you might like)"
    r"\s*[:.»>]*$",
    re.IGNORECASE,
)
_LABELLED_LINK: Final = re.compile(
    r"\W{0,3}(?:related|also read|read also|read more|read next|read|read here|see also|more|more on this|watch|watch live|watch now|watch also|listen|"
    r"recommended|must[- ]read|trending|video|photos|gallery|in pics|in pictures|dont miss|don't miss|see|see more|full story|sign up|opinion|explained|explainer|"
    r"related (?:article|story|stories|coverage|news|video|content))\s*[:>»|]\s*\S",
    re.IGNORECASE,
)
_SEE_ALSO: Final = re.compile(r"(?:see also|also read|read also|read more)\s+[A-Z“\"'‘]")
_SENTENCES: Final = re.compile(
    r"to (?:suggest|report|submit) an? (?:correction|clarification|typo|error)|highlight the text and press|(?:please )?write to us (?:here|at)"
    r"|this comment (?:contains|has been|was)|click here (?:to|for|if)\b|sign up (?:for|to) (?:our|the|get|receive|daily)|(?:newsletter|alerts?) sign-?up"
    r"|subscribe (?:to|for|now|today)\b.{0,80}(?:newsletter|channel|podcast|updates|news|access|inbox|\bus\b|our)|follow .{1,50} on (?:twitter|facebook|instagram|x|linkedin|telegram|whatsapp|google news|threads|tiktok)\b"
    r"|like us on facebook|join (?:us|our|the).{0,30} on (?:facebook|twitter|telegram|whatsapp)|download (?:our|the) .{0,30}\bapp\b"
    r"|(?:delivered|straight|sent|directly) to your (?:inbox|email|phone)|get (?:the|our|all the) .{0,60}(?:newsletter|in your inbox)"
    r"|support (?:our|independent|quality) journalism|(?:please )?enable javascript|(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies"
    r"|your browser (?:does not|doesn't) support|already a (?:subscriber|member)|create (?:a free|an) account|terms of (?:use|service)|privacy policy"
    r"|(?:article|story|video) continues (?:below|after)|scroll (?:down )?(?:to|for) (?:continue|more)|^continue reading\b|^advertisement\b.{0,30}$"
    r"|send (?:us )?(?:your )?(?:tips|news tips|feedback)|have a (?:news )?tip\b|contact (?:the author|us) at|view (?:this|the) (?:profile|post|gallery) on"
    r"|a post shared by|unmute .{0,20}video|this video (?:is|file) (?:not|cannot)|you must (?:be logged|log) in|thank you for (?:subscribing|signing up|reading|registering)"
    r"|(?:want|looking for) more (?:news|stories)\b|for (?:the )?latest (?:news|updates).{0,60}(?:follow|subscribe|download|visit|log on)|stay (?:up to date|updated|informed) (?:with|on)"
    r"|tap here to|check out our (?:latest|other)|image (?:source|credit|copyright)[:,]?|^file photo\b.{0,20}$",
    re.IGNORECASE,
)
_SYNDICATION: Final = re.compile(
    r"(?:syndicated|wire|agency|news agency) feed|(?:has|have) not been edited by|not been edited|auto-?generated from|"
    r"(?:article|story|report|piece) (?:was )?(?:is )?(?:first|originally) (?:appeared|published|ran)|(?:first|originally) (?:appeared|published) (?:on|in|at|by)\b|"
    r"re-?published (?:from|with|under|here)|published (?:here )?with permission|(?:all rights reserved)|may not be (?:published|reproduced)|"
    r"copyright (?:\d{4}|©|\(c\))|^(?:©|\(c\))\s?\d{4}|contributed to this (?:report|story|article)|(?:with|additional) (?:inputs?|reporting|material|information) (?:from|by)\b|"
    r"reporting by [^.]{2,80}(?:editing|writing) by|^\W?(?:reporting|editing|writing|compiled|edited|translated|additional reporting) by\b|"
    r"this (?:story|article|post|report|piece) (?:has been|was) (?:updated|corrected|amended|translated|produced|published|edited|provided|supplied)",
    re.IGNORECASE,
)
_CORRECTION: Final = re.compile(
    r"^\W{0,3}(?:(?:editor'?s'?|author'?s|publisher'?s) note|corrections?|clarifications?|update|disclaimer|disclosure)s?(?: \([^)]{1,30}\))?\s*[:—–-]",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(
    r"\((?:ap |file |reuters |afp |getty )?(?:photo|image|picture|credit|source|courtesy)s?\b[^)]{0,80}\)\.?$|(?:photo|image|picture|photograph)s?\s*(?:by|:|credit|courtesy)|"
    r"getty images|\bap photo\b|\(ap photo|/(?:ap|afp|reuters|epa|getty)\b|toggle caption|enlarge this image|file (?:photo|image|pic)\b",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:published|posted|first published|updated|last updated|last modified|modified|created|uploaded|added|issued|released|date|publié|mis à jour|veröffentlicht|"
    r"aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato)\b",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"\b(?:updated|last updated|last modified|modified|mis à jour|aktualisiert|actualizado|aggiornato|bijgewerkt)\b",
    re.IGNORECASE,
)


def name_furniture(plain: str) -> str | None:
    """Why this paragraph (quotes made plain) is page furniture, or None. Long paragraphs never are by words alone."""
    if len(plain) > 300:
        return None
    if COMMENTS.match(plain):
        return "comments heading"
    if RELATED.match(plain):
        return "related heading"
    if is_button_row(plain):
        return "buttons"
    quoted = plain[:1] in "\"'"
    if not quoted and (_LABELLED_LINK.match(plain) or _SEE_ALSO.match(plain)):
        return "labelled link"
    if not quoted and _SENTENCES.search(plain):
        return "service line"
    return None


def name_notice(plain: str) -> str | None:
    """Why this paragraph is a notice on the article (syndication, correction, rights), or None."""
    if len(plain) > 600 or plain[:1] in '"':
        return None
    if _CORRECTION.match(plain):
        return "correction or editor's note"
    match = _SYNDICATION.search(plain)
    if match and (len(plain) <= 300 or match.start() < 120):
        return "syndication notice"
    return None


def is_caption(plain: str) -> bool:
    """Whether it reads as the caption of a picture, by its credit."""
    return len(plain) <= 500 and plain[:1] not in '"' and _CAPTION.search(plain) is not None


def is_button_row(plain: str) -> bool:
    """Whether it is a short run of nothing but the words of buttons and menus."""
    words = [word.lower() for word in _WORD.findall(plain[:200])]
    if not words:
        return len(plain) <= 40
    if len(plain) > 100 or len(words) > 14 or any(word not in _BUTTON_WORDS for word in words):
        return False
    return any(word not in _WEAK_WORDS for word in words) or (len(words) <= 2 and not plain.endswith("."))


def says_published(plain: str) -> bool:
    """Whether a word says that the date beside it is that of publication (or of an update)."""
    return _PUBLISHED.search(plain) is not None


def says_updated(plain: str) -> bool:
    """Whether a word says that the date beside it is that of an update."""
    return _UPDATED.search(plain) is not None
