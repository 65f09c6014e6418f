"""What the tracker rests on: every document it cites, by a short name.

A title is written here and nowhere else, as it was published; a document that has none, or whose
title could not be looked up, is cited without one and says instead what it is. All documents
stand in this one list, which makes the file longer than most.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tracker.progression.protocol import Source
from tracker.progression.protocol_document.reader import shipped
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OF_THE_PROTOCOL: Mapping[str, str] = {
    "albrechta": "Upper Hamstring Pain",
    "leigh": "Glute & Hamstring Pain",
    "heiderscheit": "Hamstring Strain Injuries: Recommendations for Diagnosis, Rehabilitation, and"
    " Injury Prevention",
    "army": "The effectiveness of telehealth gait retraining in addition to standard physical"
    " therapy treatment for overuse knee injuries in soldiers: a protocol for a randomized"
    " clinical trial",
    "stepahead": "Walk-Jog Progression and Why I Love Running",
    "fitnessgrid": "Return to Run Progression",
    "aspetar": "Aspetar Hamstring Protocol",
    "silbernagel": "Continued sports activity, using a pain-monitoring model, during"
    " rehabilitation in patients with Achilles tendinopathy: a randomized controlled study",
    "farrar": "Clinical importance of changes in chronic pain intensity measured on an 11-point"
    " numerical pain rating scale",
    "frandsen": "How much running is too much? Identifying high-risk running sessions in a"
    " 5200-person cohort study",
    "wangensteen": "Hamstring Reinjuries Occur at the Same Location and Early After Return to"
    " Sport: A Descriptive Study of MRI-Confirmed Reinjuries",
}
_FURTHER: Mapping[str, Source] = {
    "p2": Source("", N_("P2 Sportscare, a text beside a video about pain high in the buttock")),
    "dubois": Source(
        "Soft-tissue injuries simply need PEACE and LOVE",
        "Dubois B, Esculier JF. BJSM 2020;54:72-73",
        url="https://doi.org/10.1136/bjsports-2019-101253",
    ),
    "nhs-strains": Source("Sprains and strains", "NHS"),
    "davis": Source(
        "Effect of sports massage on performance and recovery: a systematic review and"
        " meta-analysis",
        "Davis HL, Alabed S, Chico TJA. BMJ Open SEM 2020;6:e000614",
        url="https://doi.org/10.1136/bmjsem-2019-000614",
    ),
    "herbert": Source(
        "Stretching to prevent or reduce muscle soreness after exercise",
        "Herbert RD, de Noronha M, Kamper SJ. Cochrane Database of Systematic Reviews 2011",
        url="https://doi.org/10.1002/14651858.CD004577.pub3",
    ),
    "ishoi": Source(
        "Diagnosis, prevention and treatment of common lower extremity muscle injuries in sport –"
        " grading the evidence: a statement paper commissioned by the Danish Society of Sports"
        " Physical Therapy (DSSF)",
        "Ishøi L and colleagues. BJSM 2020;54:528",
        url="https://doi.org/10.1136/bjsports-2019-101228",
    ),
    "ekstrand": Source(
        "Hamstring muscle injuries in professional football: the correlation of MRI findings with"
        " return to play",
        "Ekstrand J and colleagues. BJSM 2012;46:112-117",
        url="https://doi.org/10.1136/bjsports-2011-090155",
    ),
    "askling": Source(
        "Type of acute hamstring strain affects flexibility, strength, and time to return to"
        " pre-injury level",
        "Askling C, Saartok T, Thorstensson A. BJSM 2006;40:40-44",
        url="https://doi.org/10.1136/bjsm.2005.018879",
    ),
    "bayer": Source(
        "Early versus Delayed Rehabilitation after Acute Muscle Injury",
        "Bayer ML, Magnusson SP, Kjaer M. NEJM 2017;377:1300-1301",
    ),
    "hickey": Source(
        "Pain-Free Versus Pain-Threshold Rehabilitation Following Acute Hamstring Strain Injury:"
        " A Randomized Controlled Trial",
        "Hickey JT and colleagues. JOSPT 2020;50:91-103",
        url="https://doi.org/10.2519/jospt.2020.8895",
    ),
    "paton": Source(
        "London International Consensus and Delphi study on hamstring injuries part 3:"
        " rehabilitation, running and return to sport",
        "Paton BM and colleagues. BJSM 2023;57:278",
        url="https://doi.org/10.1136/bjsports-2021-105384",
    ),
    "goom": Source(
        "Proximal Hamstring Tendinopathy: Clinical Aspects of Assessment and Management",
        "Goom TSH, Malliaras P, Reiman MP, Purdam CR. JOSPT 2016;46:483-493",
        url="https://doi.org/10.2519/jospt.2016.5986",
    ),
    "beatty": Source(
        "Rehabilitation and Prevention of Proximal Hamstring Tendinopathy",
        "Beatty NR and colleagues. Curr Sports Med Rep 2017;16:162-171",
        url="https://doi.org/10.1249/JSR.0000000000000355",
    ),
    "grimaldi": Source(
        "Gluteal Tendinopathy: A Review of Mechanisms, Assessment and Management",
        "Grimaldi A and colleagues. Sports Med 2015;45:1107-1119",
        url="https://doi.org/10.1007/s40279-015-0336-5",
    ),
    "mellor": Source(
        "Education plus exercise versus corticosteroid injection use versus a wait and see"
        " approach on global outcome and pain from gluteal tendinopathy: prospective, single"
        " blinded, randomised clinical trial",
        "Mellor R and colleagues. BMJ 2018;361:k1662",
        url="https://doi.org/10.1136/bmj.k1662",
    ),
    "pan-am": Source("", N_("Pan Am Clinic, a page on pain at the outer hip")),
    "mulvad": Source(
        "Diagnoses and time to recovery among injured recreational runners in the RUN CLEVER trial",
        "Mulvad B, Nielsen RO, Lind M, Ramskov D. PLoS ONE 2018;13:e0204742",
        url="https://doi.org/10.1371/journal.pone.0204742",
    ),
    "esculier": Source(
        "Is combining gait retraining or an exercise programme with education better than"
        " education alone in treating runners with patellofemoral pain? A randomised clinical"
        " trial",
        "Esculier JF and colleagues. BJSM 2018;52:659-666",
        url="https://doi.org/10.1136/bjsports-2016-096988",
    ),
    "pairot": Source(
        "Reintroduction of Running After Anterior Cruciate Ligament Reconstruction With a"
        " Hamstrings Graft: Can We Predict Short-Term Success?",
        "Pairot de Fontenay B, Van Cant J, Gokeler A, Roy JS. J Athl Train 2022;57:540-546",
        url="https://doi.org/10.4085/1062-6050-0407.21",
    ),
    "buist": Source(
        "No effect of a graded training program on the number of running-related injuries in"
        " novice runners: a randomized controlled trial",
        "Buist I and colleagues. AJSM 2008;36:33-39",
        url="https://doi.org/10.1177/0363546507307505",
    ),
    "yamato": Source(
        "A Consensus Definition of Running-Related Injury in Recreational Runners: A Modified"
        " Delphi Approach",
        "Yamato TP and colleagues. JOSPT 2015",
    ),
    "zein": Source(
        "Baseline clinical and MRI risk factors for hamstring reinjury showing the value of"
        " performing baseline MRI and delaying return to play: a multicentre, prospective cohort"
        " of 330 acute hamstring injuries",
        "Zein MI and colleagues. BJSM 2024;58:766",
        url="https://bjsm.bmj.com/content/58/14/766",
    ),
    "green": Source(
        "Recalibrating the risk of hamstring strain injury (HSI): A 2020 systematic review and"
        " meta-analysis of risk factors for index and recurrent hamstring strain injury in sport",
        "Green B, Bourne MN, van Dyk N, Pizzari T. BJSM 2020",
        url="https://doi.org/10.1136/bjsports-2019-100983",
    ),
    "sanfilippo": Source(
        "Hamstring strength and morphology progression after return to sport from injury",
        "Sanfilippo J, Silder A, Sherry MA, Tuite MJ, Heiderscheit BC."
        " Med Sci Sports Exerc 2013;45:448-454",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3580023/",
    ),
    "ardern": Source(
        "2016 Consensus statement on return to sport from the First World Congress in Sports"
        " Physical Therapy, Bern",
        "Ardern CL and colleagues. BJSM 2016;50:853-864",
        url="https://doi.org/10.1136/bjsports-2016-096278",
    ),
    "cauda-card": Source(
        "Cauda Equina Warning Signs",
        "backes.org.uk",
        url="https://www.backes.org.uk/cauda-equina-warning-signs/",
    ),
    "healthify": Source("", N_("healthify.nz, a page on back pain and the sciatic nerve")),
    "lothian": Source("", N_("NHS Lothian, referral advice for back and leg pain")),
    "portsmouth": Source(
        "Sprains and strains",
        "Portsmouth health and care",
        url="https://healthandcare.portsmouth.gov.uk/sprains-and-strains/",
    ),
    "gloucestershire": Source(
        "", N_("G-care, NHS Gloucestershire: advice for whom to refer, and when")
    ),
    "exeter": Source(
        "",
        N_("Exeter Hip Unit, a page for family doctors"),
        url="https://exeterhipunit.co.uk/support-for-gps/",
    ),
    "ni-direct": Source("", N_("NI Direct, a page on hamstring injury")),
    "looney": Source(
        "Proximal Hamstring Ruptures: Treatment, Rehabilitation, and Return to Play",
        "Looney AM and colleagues. Curr Rev Musculoskelet Med 2023;16:103-113",
        url="https://doi.org/10.1007/s12178-023-09821-7",
    ),
    "nhs-clot": Source(
        "",
        N_("NHS, a page on clots in a deep vein (DVT)"),
        url="https://www.nhs.uk/conditions/deep-vein-thrombosis-dvt/",
    ),
    "robertson": Source(
        "Femoral Neck Stress Fractures in Sport: A Current Concepts Review",
        "Robertson GA, Wood AM. Sports Med Int Open 2017;1:E58-E68",
        url="https://doi.org/10.1055/s-0043-103946",
    ),
}


@cache
def literature() -> Mapping[str, Source]:
    """Every document that is cited anywhere, by its short name."""
    of_the_protocol = {name: titled(name, source) for name, source in shipped().sources.items()}
    return {**of_the_protocol, **_FURTHER}


def cited(names: Iterable[str]) -> tuple[Source, ...]:
    """The documents of these short names; KeyError for an unknown one."""
    return tuple(literature()[name] for name in names)


def titled(name: str, source: Source) -> Source:
    """A source as a protocol's file names it, with its title.

    The files that come with the tracker leave titles to this list. A file of one's own may give
    the title of a source of its own; one that it shares with the shipped file is known by its
    name and author.
    """
    known = shipped().sources.get(name)
    if source.title or known is None or known.author != source.author:
        return source
    return replace(source, title=_OF_THE_PROTOCOL.get(name, ""))


def reference(source: Source) -> str:
    """A document in a few words: its title, if there is one, and who wrote it."""
    if not source.title:
        return author(source)
    return gettext("“%(title)s”, %(author)s", title=source.title, author=author(source))


def author(source: Source) -> str:
    """Who wrote a document, or what it is; names stay as they are."""
    return gettext(source.author)
