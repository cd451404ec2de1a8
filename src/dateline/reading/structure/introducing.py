"""The words by which a writer hands over: verbs and nouns of saying, by language."""

from typing import Final

REPORTING: Final = frozenset(
    """
    report reports reported reporting write writes wrote written writing note notes noted
    explain explains explained explaining detail details detailed translate translates translated
    summarise summarises summarised summarize summarizes summarized
    read reads quote quotes quoted recount recounts recounted
    пишет пишут писал писала написал написала написали сообщает сообщают сообщил сообщила сообщили
    сообщило передает передаёт передают отмечает отмечают поясняет цитирует
    пише пишуть написав написала повідомляє повідомляють повідомив повідомила повідомили передає
    كتب كتبت يكتب تكتب ذكر ذكرت أفاد أفادت تفيد يفيد أوردت أورد نشرت نقلت نقل
    """.split()
)
"""Verbs of those who give an account: what follows is theirs also behind "that …:"."""
SAYING: Final = frozenset(
    """
    say says said tell tells told add adds added claim claims claimed state states stated
    comment comments commented declare declares declared announce announces announced
    tweet tweets tweeted post posts posted argue argues argued warn warns warned
    conclude concludes concluded describe describes described observe observes observed
    respond responds responded reply replies replied ask asks asked publish publishes published
    issue issues issued release releases released remark remarks remarked stress stresses stressed
    говорит говорят сказал сказала сказали заявил заявила заявили заявило заявляет заявляют
    рассказал рассказала добавил добавила подчеркнул подчеркнула ответил ответила
    каже сказав сказала заявив заявила заявили додав додала
    قال قالت يقول تقول صرح صرحت أعلن أعلنت أضاف أضافت أكد أكدت
    وقال وقالت وأضاف وأضافت وأكد وأكدت وأعلن وأعلنت وذكر وذكرت وأفاد وأفادت وكتب وكتبت
    """.split()
)
"""Other verbs of saying: what follows is theirs where the colon comes soon, or in quotes."""
WORKS: Final = frozenset(
    """
    account analysis article assessment assessments commentary comments communique dispatch
    editorial excerpt excerpts extract extracts interview letter message note piece post press
    reaction readout remarks report reports response speech statement statements summary text
    transcript translation tweet tweets update version video words
    """.split()
)
"""What is quoted; "… from X:" names its author."""
BY: Final = ("according to", "from", "via", "by")
OTHER_BY: Final = (
    *("по данным", "по словам", "по сообщению", "по информации", "согласно", "как пишет"),
    *("за даними", "за словами", "за повідомленням", "згідно з"),
    *("بحسب", "حسب", "وفقا ل", "وفقًا ل", "نقلا عن", "نقلًا عن"),
)
LEADS: Final = frozenset(
    """
    meanwhile however earlier also later separately additionally similarly but and so yet still
    on in at as for after before despite while yesterday today tonight finally here elsewhere
    moreover furthermore then again
    """.split()
)
"""Words that a sentence may begin with before its subject, up to a comma."""
CONJUNCTIONS: Final = frozenset("but and so yet meanwhile also however yesterday earlier".split())
HELPERS: Final = frozenset(
    """
    has have had also just recently earlier later already further today yesterday is was were are
    been being would will have then since reportedly now which who
    """.split()
)
"""Words between a subject and its verb."""
NO_SUBJECT: Final = frozenset(
    """
    there it this that these those here what which we i you one some many most several few all any
    our my us unconfirmed
    """.split()
)
"""What a subject that hands over does not begin with."""
NOBODY: Final = frozenset(
    """
    local media news press initial early latest new multiple conflicting other more no reports
    state first recent sources officials activists social
    """.split()
)
"""Words that name nobody where a subject holds no others: "Local media reports …:"."""
GOING_ON: Final = frozenset(("continue", "continues", "continued", "on"))
"""Verbs that hand over only right before the colon: "the article goes on:"."""
DETERMINERS: Final = frozenset(("the", "a", "an", "his", "her", "its", "their"))
PRONOUNS: Final = frozenset("he she they он она они він вона вони هو هي هم".split())
SAME: Final = frozenset("article report piece paper story statement post text".split())
"""Nouns of what is being quoted already: "the article continues:" """
