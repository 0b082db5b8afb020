"""Which thing a figure is about, over the sources of a story."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from crossfoot import documents, ends, names, pipeline, tables
from crossfoot.model import Source
from crossfoot.words import fold

TABLES = tables.load()


def subjects(*texts: tuple[str, str], language: str = "en") -> dict[str, str]:
    """Printed figure -> its subject, over sources that have a title and a text each."""
    sources = [
        (Source(id=f"s{n}", path=f"s{n}.txt", title=title, language=language), text)
        for n, (title, text) in enumerate(texts)
    ]
    return {c.quote: c.subject for c in pipeline.audit("example", sources, TABLES).claims}


LINE = ("RV2 costs rise", "The RV2 line will cost £7 billion. RV2 will be 90 km long. RV2 is late.")


def test_a_place_on_the_way_is_not_what_a_story_about_a_line_is_about() -> None:
    """A story about one project has its figures, wherever a sentence says that something passes or stands."""
    other = ("RV2 opens later", "RV2 is delayed. The trains will run from Melbury to Thornby at a cost of £8 billion.")
    assert subjects(LINE, other)["£8 billion"] == "RV2"


def test_a_page_that_shares_no_name_takes_no_subject_from_the_others() -> None:
    """What most sources are about is not what a page on something else is about."""
    other = ("Council tax set to rise", "The council must save £7 billion. It will cut 300 jobs.")
    found = subjects(LINE, ("RV2 again", "RV2 is late. RV2 will have 40 trains."), other)
    assert found["40 trains"] == "RV2"
    assert found["300 jobs"] != "RV2"


def test_one_thing_has_one_subject_under_its_short_name_and_in_another_language() -> None:
    """Initials, a sponsor before the name, and two places as two languages write them."""
    short = ("RV2 news", "Rovelle Valley 2 is late. Rovelle Valley 2 will cost £9 billion. RV2 is long.")
    assert subjects(LINE, short)["£9 billion"] == "RV2"
    sponsored = subjects(
        ("Nuova Arena", "The Nuova Arena opens soon. The Nuova Arena will seat 40,000 people. The Nuova Arena is new."),
        ("The stadium", "The Veltra Nuova Arena will cost £3 billion. The Nuova Arena is late."),
    )
    assert sponsored["£3 billion"] == "Nuova Arena"
    one = ("Le Lyver-Turan", "Le Lyver-Turan coûtera 8 milliards d'euros. Le Lyver-Turan est en retard.")
    other = ("Le Turano-Lyvere", "Le Turano-Lyvere coûtera 9 milliards d'euros. Le Turano-Lyvere est en retard.")
    assert len(set(subjects(one, other, language="fr").values())) == 1


def test_who_says_it_is_not_what_a_figure_is_about() -> None:
    """A paper that is quoted is no thing, however often it is."""
    other = (
        "RV2 delayed",
        "RV2 is late. It will cost £8 billion, according to the Herald. The Herald says so. The Herald.",
    )
    assert subjects(LINE, other)["£8 billion"] == "RV2"


def test_a_story_about_one_place_is_about_it_where_a_page_only_names_the_area() -> None:
    """Nearly all pages name the town; a valley, or a law, is where it lies and why it is paid for."""
    pages = [
        (f"Rovelle plant {n}", f"The plant in Rovelle will cost £7 billion. Veltra builds it in Rovelle. Page {n}.")
        for n in range(4)
    ]
    told = "Veltra builds in Osdale, for Rovelle. The site in Osdale will have 40 machines."
    other = ("Veltra builds", told)
    found = subjects(*pages, other)
    assert found["40 machines"] == "Rovelle"


def test_the_genitive_of_a_country_is_that_country() -> None:
    """A country, in whatever case, is not what the figures of a page are about."""
    found = subjects(
        ("Tunnel in Rovelle", "Italiens Regierung zahlt. Italiens Minister freut sich. Rovelle bekommt 40 Busse."),
        language="de",
    )
    assert "Italiens" not in found.values()


def test_a_thing_told_for_comparison_keeps_its_figures() -> None:
    """A name with an apposition that says what it is has the figures behind it, in a story about another plan."""
    text = (
        "L'entreprise Veltra a un plan de 52 milliards d'euros. Veltra bâtit à Rovelle. "
        "C'est peu à côté de Osmar, le programme de Turan : 500 milliards de dollars annoncés."
    )
    assert subjects(("Veltra à Rovelle", text), language="fr")["500 milliards de dollars"] == "Osmar"


def mixed(*texts: tuple[str, str, str]) -> dict[str, str]:
    """Printed figure -> its subject, over sources that have a language, a title and a text each."""
    sources = [
        (Source(id=f"s{n}", path=f"s{n}.txt", title=title, language=language), text)
        for n, (language, title, text) in enumerate(texts)
    ]
    return {c.quote: c.subject for c in pipeline.audit("example", sources, TABLES).claims}


def test_a_work_is_one_thing_under_its_names_in_all_languages() -> None:
    """Nouns of one meaning around one name, a compound, initials, and the places that the work joins."""
    found = mixed(
        ("en", "Veltra Base Tunnel", "The Veltra Base Tunnel will cost 9 billion euros. It runs from Lyver to Turan."),
        ("it", "Galleria di base del Veltro", "La galleria di base del Veltro costerà 8 miliardi di euro."),
        ("de", "Veltrabasistunnel", "Der Veltrabasistunnel (VBT) wird teurer. Der VBT kostet nun 7 Milliarden Euro."),
        ("de", "VBT", "Von Lyver nach Turan fahren Züge künftig durch den VBT. Er kostet 6 Milliarden Euro."),
    )  # fmt: skip
    assert len(set(found.values())) == 1, found


def test_a_longer_name_of_the_work_is_it_where_a_page_has_no_other() -> None:
    """The noun for the work stands in the page; a name that only begins like that of the work is none elsewhere."""
    told = "The Veltrabelt Tunnel will cost £9 billion. The Veltrabelt Tunnel opens in 2031."
    other = "The Veltrabelt Fixed Link, a tunnel, is late. It will cost £8 billion, says Veltrabelt Ferries."
    more = "A cost of £7 billion was told of the Veltrabelt Tunnel."
    assert subjects(("The tunnel", told), ("More", more), ("News", other))["£8 billion"] == "Veltrabelt Tunnel"


def test_two_works_of_a_kind_stay_apart() -> None:
    """A second work that the story names as often is another thing, however like its name is."""
    first = (
        "Two wind farms",
        "The Rovelle wind farm will cost £3 billion. The Rovella wind farm will cost £4 billion.",
    )
    found = subjects(
        first, ("More of it", "The Rovelle wind farm has 62 turbines. The Rovella wind farm has 70 turbines.")
    )
    assert found["£3 billion"] == found["62 turbines"] != found["£4 billion"] == found["70 turbines"]


def test_a_figure_in_the_bracket_behind_a_name_is_of_it() -> None:
    """Also in a story about something else."""
    text = "Le parc éolien de Rovelle produira 600 MW, plus que ceux de Melbury (480 MW) et de Thornby (500 MW)."
    found = subjects(
        ("Le parc éolien de Rovelle", text),
        ("Le parc éolien de Rovelle", "Le parc éolien de Rovelle coûtera 2 milliards d'euros."),
        language="fr",
    )
    assert (found["600 MW"], found["480 MW"], found["500 MW"]) == ("Rovelle", "Melbury", "Thornby")


def test_a_road_is_one_thing_by_its_number_and_by_its_ends() -> None:
    """Where its number stands right before them."""
    found = mixed(
        ("fr", "L'A7 Lyver-Turan", "L'A7 Lyver-Turan est en retard. L'autoroute A7 coûtera 450 millions d'euros."),
        ("fr", "L'autoroute Lyver-Turan", "L'autoroute Lyver-Turan coûtera 470 millions d'euros."),
        ("en", "The A7 motorway", "The A7 motorway between Lyver and Turan will cost 480 million euros."),
    )  # fmt: skip
    assert {v for k, v in found.items() if "million" in k} == {"A7"}


def test_a_name_that_all_sources_print_first_is_what_the_story_is_about() -> None:
    """A project whose name does things in every sentence is no company, as long as nobody acts under it."""
    pages = [
        (f"Ostrava Link, page {n}", f"Ostrava Link will reach {place} in 2030. Ostrava Link crosses three lands.")
        for n, place in enumerate(("Marn", "Tolva", "Riva", "Selb"))
    ]
    told = "Ostrava Link will reach Riva. In Marn and in Riva the works will cost £7 billion."
    assert subjects(*pages, ("Trains for Marn", told))["£7 billion"] == "Ostrava Link"


def test_a_city_is_one_under_its_names_in_two_languages_and_a_gas_is_none() -> None:
    """What figures are about is neither a gas nor a second place because a page has another name for the first."""
    pages = [
        (f"The plant in Cologne, page {n}", "Veltra builds its plant in Cologne. CO2 falls in Cologne. CO2 is a gas.")
        for n in range(3)
    ]
    told = "Veltra baut in Köln. Das Werk in Köln kostet 7 Milliarden Euro. CO2 sinkt um 3 Millionen Tonnen."
    found = subjects(*pages, ("Werk in Köln", told))
    assert len(set(found.values())) == 1
    assert "CO2" not in found.values()


def test_a_name_of_a_place_is_that_of_one_place() -> None:
    """No name stands in two rows of the table, which would make two places one."""
    table = tomllib.loads((files("crossfoot") / "places.toml").read_text(encoding="utf-8"))
    every = [name for row in table["names"] for name in {fold(printed) for printed in row}]
    assert len(every) == len(set(every))


def test_a_stadium_named_after_a_person_is_one_under_its_short_name() -> None:
    """What all pages print first is what they are about, with the first name or without."""
    found = mixed(
        ("en", "Work on the Verandéu", "Work on the Santiago Verandéu began. The Verandéu will cost €575m."),
        ("es", "El Verandéu", "El Santiago Verandéu costará más, dijo Rovelle CF. El Verandéu tiene 81.000 asientos."),
        ("it", "Il Verandéu", "Il Verandéu è chiuso. Per il Santiago Verandéu servono 800 milioni di euro."),
    )
    assert set(found.values()) == {"Verandéu"}


def test_a_name_of_other_pages_is_one_where_all_nouns_have_capitals() -> None:
    """A German text has an article before what is a name elsewhere; the city where it stands is another thing."""
    found = mixed(
        (
            "en",
            "The Veltraphonie opens",
            "The Veltraphonie in Rovelle cost 866 million euros. Veltraphonie tours start.",
        ),
        ("en", "Veltraphonie", "Rovelle has built the Veltraphonie, which has 2,100 seats. The Veltraphonie opened."),
        ("de", "Die Veltraphonie ist fertig", "Die Veltraphonie in Rovelle hat 789 Millionen Euro gekostet."),
        ("de", "Rovelle feiert", "Rovelle hat die Veltraphonie eröffnet. Das Haus ist 110 Meter hoch."),
    )
    assert set(found.values()) == {"Veltraphonie"}


def test_a_saint_is_one_in_all_languages() -> None:
    """ "San", "Saint" and "Sankt" before a name are the same."""
    found = mixed(
        ("it", "La galleria del San Rovardo", "Osdale: la galleria del San Rovardo costa 12 miliardi di franchi."),
        ("fr", "Le tunnel du Saint-Rovard", "Osdale : le tunnel du Saint-Rovard coûte 11 milliards de francs."),
        ("it", "Il tunnel del Rovardo", "Osdale: il tunnel del Rovardo è lungo 57 chilometri."),
    )
    assert len(set(found.values())) == 1


def test_who_holds_an_office_is_no_thing() -> None:
    """A minister who is named in every page speaks for the works, and is not what is built."""
    found = mixed(
        (
            "es",
            "El plan",
            "El ministro Óscar Lavera habló. Costará 575 millones de euros, dijo Óscar Lavera en Rovelle.",
        ),
        ("fr", "Le chantier", "Selon Óscar Lavera, ministre des Transports, il y aura 300 emplois à Rovelle."),
        ("en", "The works", "Minister Óscar Lavera spoke of 40 trains. Óscar Lavera was in Rovelle."),
    )
    assert "Óscar Lavera" not in set(found.values())


def test_a_story_about_a_company_has_its_figures_and_its_plans() -> None:
    """Where pages on a firm name this place and that, its figures are its own; a page on one place is about that."""
    pages = [
        ("en", "Veltra cuts jobs", f"Veltra will cut 15,000 jobs. Veltra said so to the unions. Veltra is in {town}.")
        for town in ("Osdale", "Melbury", "Thornby")
    ]
    other = "Rovelle is hit. Veltra will cut 1,400 jobs in Rovelle. Veltra said that Rovelle makes wings."
    found = mixed(*pages, ("en", "Veltra: Rovelle loses most", other))
    assert found["15,000 jobs"] == "Veltra"
    assert found["1,400 jobs"] == "Rovelle"


def test_a_line_without_a_name_is_one_thing_with_its_ends() -> None:
    """Pages put two of the places that it joins side by side; a place on the way is none of it."""
    found = mixed(
        ("es", "El tren", "La línea unirá Osdale, Melbury y Thornby. En Melbury costará 6.500 millones de euros."),
        ("en", "The trains", "The line will connect Osdale and Melbury. It will be 182 km long. Osdale is glad."),
        ("fr", "Le train", "La ligne entre Melbury et Osdale sera longue de 175 km. À Thornby, on attend."),
        ("es", "La línea", "La línea, que pasa por Rovelle, costará 9.000 millones de euros. Osdale espera."),
    )
    assert len(set(found.values())) == 1, found


def test_places_of_a_company_are_no_ends_of_a_line() -> None:
    """Two plants that all pages list are two things: no page has a noun for a line."""

    def joined(noun: str) -> tuple[str, ...]:
        texts = [f"The {noun} in Bristol and Leeds will cost £7 billion. Page {n}." for n in range(3)]
        read = [documents.read(Source(id=f"s{n}", path="s.txt"), text, TABLES) for n, text in enumerate(texts)]
        return ends.ends(read, [names.find(d, TABLES.vocabulary("en")) for d in read], range(3), TABLES)

    assert joined("line") == ("bristol", "leeds")
    assert joined("plants") == ()
