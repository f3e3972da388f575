"""The text of a new treaty file: what is known, and remarks that say what to write where.

A line that begins with `#:` is an example in the language: without the two signs it is read.
"""

from __future__ import annotations

from treatylang.authoring.draft import Draft

_NOT_YET = "not encoded yet"

_SOURCES = """\
# Sources: what you consulted yourself, and no more (form: docs/sources-template.md).
#   text:     where it is printed: series, volume, page; which language; when you read it
#   parties:  whence the days of signature, ratification and entry into force are known
#   seen:     the articles that you read; each of the others carries `check`
#   doubts:   what two sources tell differently of the whole text, and which of them is followed
#
# How to write the rest: docs/encoding.md. Words: `treaty vocabulary`; codes: `treaty states`. A line after `#:` is an example: it is
# read when the two signs are taken away. Take away every remark that has done its work."""

_ENTRY = """\
  # By the treaty's own clause on its entry into force; a month, `1938-06`, where the day is not known. If it has ended, `until DAY`
  # follows: the first day on which it no longer held. After a date that is not sure: `check` and, in quotes, what would settle it."""

_PRINTED = """\
  # Where the text is printed.
  #:source "190 LNTS 21"
  # A text that was kept secret says so, with the day on which it was published.
  #:secret until 1955-01-01"""

_PARTIES = """\
# Each party from the day on which the treaty bound it, each spell on a line of its own; `until` is the first day outside, and the
# words in quotes say why. `disputed` marks a spell that is contested, `check "reason"` after a date one of which you are not sure."""

_ORGAN = """\
  # How it votes, on what, and by which article: without a rule no clause can wait for what it decides.
  #:decides by unanimity of members "Article 9"
  # Then use it: in a condition (`when the {name} decides necessary_measures`) or for a power (`the {name} may ...`)."""

_AREA = """\
  # The lines of the area together, each with its days and a note: regions, territory of somebody, parallels, corners.
  #:high_seas in north_atlantic north of 23.44N
  #:except territory of a party in africa
  #:bounded by 45N 20W, 45N 10W, 36N 10W, 36N 20W
  # Then use it: `when armed_attack on a party in {name}`."""

_ARTICLE = """\
  # What it is about, in your own words: nothing is quoted. An article that binds nobody has this line and no other.
  #:summary "Each helps the other if it is attacked."
  # Trigger and threshold: the kind of act says how grave it must be (`threat`, `incursion`, `armed_attack`, `invasion`), `on` what is
  # struck, `by` whom if the text names an enemy, `in` which area. Without `when` the duty holds at all times.
  #:when    armed_attack on territory of a party
  # Who owes it, the duty, the beneficiary, and the strength: how much is owed (`treaty vocabulary strengths`).
  #:then    every other party {modal} assist the victim against the attacker by necessary_aid
  # What the text asks for besides: a request, consultation first, somebody's judgement (`as judged by`).
  #:only if request_for_assistance by the victim
  # Exceptions, each on a line of its own, and only those that the text has.
  #:unless  the act is provoked
  # What ends the duty while the treaty goes on.
  #:lapses when the security_council decides necessary_measures
  # Doubt: `check` above says what is not sure: a number, a date, a wording. It goes when the article is right."""

_TERM = """\
# Term and denunciation: articles like others. How long it holds is told in a `summary`; that a party may leave is a right.
#:article "Term" "Term and denunciation"
#:  summary "Ten years, then without term."
#:  every party may withdraw with 1 year of notice"""

_RESERVATION = """\
# Reservations, each with its author and day: they change what the author owes, and no more.
#:reservation to "{article}" by {author} "Declaration on ratification"
#:  only if the act is grave"""

_READING = """\
# Readings: how the text was understood afterwards, each with its author or source. What all agreed changes the answer from its day,
# what one said is an account. Your own interpretation is no reading.
#:reading of "{article}" by every party "Minutes of the first meeting"
#:  only if the act is directed_from_abroad"""


def skeleton(draft: Draft) -> str:
    """The text, in the order in which a file stands.  The draft must be without faults; the layout is the formatter's to set."""
    parts = [_SOURCES, _head(draft), _parties(draft)]
    parts += [f'organ {name} "{_NOT_YET}" of every party\n{_ORGAN.format(name=name)}' for name in draft.organs]
    parts += [f'area {name} "{_NOT_YET}"\n  territory of a party\n{_AREA.format(name=name)}' for name in draft.areas]
    first, *others = draft.articles
    modal = "should" if draft.pledge else "must"
    parts.append(f"{_article(first)}\n{_ARTICLE.format(modal=modal)}")
    parts += [_article(each) for each in others]
    parts.append(_TERM)
    if draft.parties:
        parts.append(_RESERVATION.format(article=first, author=draft.parties[0][0]))
    parts.append(_READING.format(article=first))
    return "\n\n".join(parts) + "\n"


def _head(draft: Draft) -> str:
    signed = f"  signed {draft.signed}\n" if draft.signed else ""
    form = "pledge" if draft.pledge else "treaty"
    return f'{form} {draft.id} "{draft.title}"\n{signed}{_ENTRY}\n  in force since {draft.in_force}\n{_PRINTED}'


def _parties(draft: Draft) -> str:
    if draft.parties_of is not None:
        return f"# Whoever is a party there on the day.\nparties of {draft.parties_of}"
    together: dict[str, list[str]] = {}
    for code, since in draft.parties:
        together.setdefault(since or draft.in_force, []).append(code)
    lines = [f"  {' '.join(codes)} since {since}" for since, codes in together.items()]
    return "\n".join([_PARTIES, "parties", *lines])


def _article(number: str) -> str:
    return f'article "{number}"  check "{_NOT_YET}"'
