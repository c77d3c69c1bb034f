"""Texts for a debate or a seminar follow from the map, on random maps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.analysis.debate.agenda import agenda
from argmap.analysis.debate.answers import attacks_on
from argmap.analysis.debate.brief import brief
from argmap.analysis.debate.minutes import LEAST, minutes_of
from argmap.analysis.debate.points import Topic
from argmap.analysis.debate.questions import State, questions
from argmap.analysis.debate.trials import Shift, Trial, TrialKind, Trials
from argmap.analysis.labels.labelling import Label
from argmap.analysis.overview import overview
from argmap.analysis.people.attribution import is_reported, is_second_hand
from argmap.analysis.people.sources import sources
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.rests_on.premises import premises
from argmap.analysis.rests_on.sides import sides
from argmap.analysis.status.overturn import overturn
from argmap.analysis.status.reasons import turnover
from argmap.analysis.versions.diff import critical_of, diff
from argmap.analysis.versions.edits import Mixer
from argmap.api import status
from argmap.checks.critical_questions import questions_of_no_step
from argmap.model.claim import Mode
from argmap.model.relation import Kind, Relation
from argmap.model.schemes import common_schemes
from argmap.model.source import Source
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.minimal_sets.families import Limits
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.agenda import agenda_page
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow
from argmap.views.sheets.document import markdown
from argmap.views.sheets.printable import printable
from argmap.views.sheets.report.report import render_report
from argmap.views.terminal.diff import diff_text
from argmap.views.terminal.questions import questions_text
from argmap.views.terminal.sources import sources_text
from tests.maps import HERE, Choices, for_all, map_of, renamed, with_claim, with_relation
from tests.support_basis import SupportBasis, derived

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

MANY = 150
SOURCES = {
    id_: Source(id_, HERE, f"Work {id_}", (f"Author {id_}",), caveats=("Draft.",)) for id_ in "st"
}


def told_map(choices: Choices) -> ArgumentMap:
    """A random map whose claims have sources and speakers, and its relations schemes."""
    made = map_of(choices)
    claims = {
        id_: replace(
            claim,
            source=choices.one_of(("s", "t", None)),
            speaker=choices.one_of((None, "Author s", "Somebody")),
            mode=choices.one_of((Mode.ASSERTED, Mode.REPORTED, Mode.CONCEDED, Mode.EDITORIAL)),
        )
        for id_, claim in made.claims.items()
    }
    relations = {id_: _schemed(relation, choices) for id_, relation in made.relations.items()}
    return replace(made, claims=claims, relations=relations, sources=SOURCES)


def _schemed(relation: Relation, choices: Choices) -> Relation:
    """The relation with a scheme, or with a question that it puts, now and then."""
    scheme = choices.one_of((None, "sign", "example"))
    presses = choices.one_of((None, "present", "true", "typical", "nonsense"))
    return replace(
        relation, scheme=scheme, presses=None if relation.kind is Kind.SUPPORTS else presses
    )


def two_maps(choices: Choices) -> tuple[ArgumentMap, ArgumentMap]:
    return map_of(choices), map_of(choices)


def read(argument_map: ArgumentMap, stance: Stance = NO_STANCE) -> Reading:
    return Reading(argument_map, stance, argument_map.objections)


def first_ids(argument_map: ArgumentMap) -> list[str]:
    """The classes by smallest id."""
    return [id_ for id_ in argument_map.claims if argument_map.class_of(id_)[0] == id_]


def changed_by(argument_map: ArgumentMap, trial: Trial) -> Reading:
    """The reading after a trial, worked out by itself."""
    if trial.kind is TrialKind.REJECT:
        return read(argument_map, Stance(reject=frozenset({trial.id})))
    if trial.kind is TrialKind.ACCEPT:
        return read(argument_map, Stance(accept=frozenset({trial.id})))
    more = with_claim(argument_map, "fresh", granted=True)
    return read(with_relation(more, Relation("struck", Kind.UNDERCUTS, ("fresh",), trial.id, HERE)))


def stands(reading: Reading, claim: str) -> bool:
    return reading.grounded.claims[claim] is Label.IN


def fired(reading: Reading, claim: str) -> set[str]:
    """The supports of a claim that go through."""
    return {
        relation.id
        for member in reading.map.class_of(claim)
        for relation in reading.map.relations_to(member)
        if relation.kind is Kind.SUPPORTS and reading.grounded.relations[relation.id] is Label.IN
    }


def shifts(before: Reading, after: Reading, claims: set[str]) -> dict[str, Shift]:
    """The claims among these whose word changes between two readings."""
    old, new = before.status.claims, after.status.claims
    return {
        id_: Shift(old[id_].word, new[id_].word, new[id_].reason == "refuted")
        for id_ in claims
        if old[id_].word is not new[id_].word
    }


@for_all(map_of, MANY)
def test_a_trial_gives_the_reading_of_the_changed_map(argument_map: ArgumentMap) -> None:
    before = read(argument_map)
    every = [Trial(TrialKind.STRIKE, id_) for id_ in argument_map.relations]
    every += [
        Trial(kind, id_)
        for id_ in argument_map.claims
        for kind in (TrialKind.REJECT, TrialKind.ACCEPT)
    ]
    trials = Trials(before)
    conclusions = set(read(argument_map).conclusions)
    rows = zip(every, trials.stakes(every), trials.weights(every), strict=True)
    for trial, stakes, weight in rows:
        after = changed_by(argument_map, trial)
        others = [
            id_
            for id_ in first_ids(argument_map)
            if trial.kind is TrialKind.STRIKE or trial.id not in argument_map.class_of(id_)
        ]
        stood = {id_ for id_ in others if stands(before, id_)}
        standing = {id_ for id_ in others if stands(after, id_)}
        assert set(stakes.lost) == stood - standing
        assert set(stakes.gained) == standing - stood
        assert set(stakes.weakened) == {
            id_ for id_ in stood & standing if fired(before, id_) - fired(after, id_)
        }
        assert set(stakes.main) == set(stakes.turned) & conclusions
        main = {before.map.head_of(id_) for id_ in before.outline.main}
        named = main.union(stakes.reasons, stakes.objections).intersection(others)
        assert stakes.shifts == shifts(before, after, named - stood - standing)
        for turned, kind in (
            (stakes.reasons, Kind.SUPPORTS),
            (stakes.objections, Kind.ATTACKS),
        ):
            expected = turnover(before, after, kind)
            assert turned == {id_: expected[id_] for id_ in others if id_ in expected}
        assert weight == (
            len(stakes.main),
            len(stakes.turned),
            len(conclusions.intersection(stakes.weakened)),
            len(stakes.weakened),
        )
        for id_ in argument_map.claims:
            turns = argument_map.class_of(id_)[0] in stakes.turned
            assert (trials.turning([trial], id_) == [trial]) == turns


@for_all(map_of, MANY)
def test_sides_are_those_of_the_shorter_way(argument_map: ArgumentMap) -> None:
    for claim in argument_map.claims:
        finding = sides(read(argument_map), claim)
        ways = shortest_ways(argument_map, claim)
        for works_for, ids in ((True, finding.works_for), (False, finding.works_against)):
            assert set(ids) == {
                id_
                for (id_, side), length in ways.items()
                if side is works_for and length < ways.get((id_, not works_for), 99)
            }
            assert [finding.distance[id_] for id_ in ids] == sorted(
                finding.distance[id_] for id_ in ids
            )
        for turn in finding.turns:
            for id_, side in ((turn.works_for, True), (turn.works_against, False)):
                firsts = {
                    argument_map.class_of(premise)[0]
                    for premise in argument_map.relations[id_].premises
                }
                assert turn.claim in firsts
                assert (id_, side) in ways
            assert turn.works_for != turn.works_against


def shortest_ways(argument_map: ArgumentMap, claim: str) -> dict[tuple[str, bool], int]:
    """The distance of each relation for or against a claim, by trying ever longer ways."""
    own = set(argument_map.class_of(claim))
    ways: dict[tuple[str, bool], int] = {}
    reached: set[tuple[str, bool]] = {(relation, True) for relation in own}
    for length in range(2 * len(argument_map.relations) + 1):
        fresh = set()
        for relation in argument_map.relations.values():
            for side in (True, False):
                works_for = side is (relation.kind is Kind.SUPPORTS)
                if (relation.target, side) in reached and not own & set(relation.premises):
                    ways.setdefault((relation.id, works_for), length)
                    fresh.add((relation.id, works_for))
                    fresh |= {
                        (member, works_for)
                        for premise in relation.premises
                        for member in argument_map.class_of(premise)
                    }
        reached |= fresh
    return ways


@for_all(told_map, MANY)
def test_questions_are_open_as_long_as_no_answered_attack_puts_them(
    argument_map: ArgumentMap,
) -> None:
    reading = read(argument_map)
    finding = questions(reading)
    schemed = {
        id_ for id_, relation in argument_map.relations.items() if relation.scheme is not None
    }
    assert {step.relation for step in finding.steps} == schemed
    assert finding.total == len(schemed)
    assert finding.without_scheme == len(argument_map.relations) - len(schemed)
    for step in finding.steps:
        relation = argument_map.relations[step.relation]
        assert [question.id for question in step.questions] == list(
            common_schemes()[relation.scheme or ""].questions
        )
        claims = [*relation.premises]
        if relation.kind is not Kind.UNDERCUTS:
            claims.append(relation.target)
        places = {relation.id} | {member for id_ in claims for member in argument_map.class_of(id_)}
        for question in step.questions:
            attacks = [
                attack.id
                for attack in argument_map.relations.values()
                if attack.kind is not Kind.SUPPORTS
                and attack.presses == question.id
                and attack.target in places
                and attack.id != relation.id
            ]
            assert list(question.put_by) == sorted(attacks)
            labels = {reading.grounded.relations[attack] for attack in attacks}
            assert (question.state is State.UNASKED) == (not labels)
            assert (question.state is State.ANSWERED) == (labels == {Label.OUT})
            assert (question.state is State.UNANSWERED) == (Label.IN in labels)
    for claim in argument_map.claims:
        own = argument_map.class_of(claim)[0]
        about = questions(reading, claim).steps
        turning = [own in step.stakes.turned for step in about]
        assert turning == sorted(turning, reverse=True)
        assert about[:2] == questions(reading, claim, 2).steps


@for_all(told_map, MANY)
def test_a_check_warns_of_just_the_questions_that_no_step_is_asked(
    argument_map: ArgumentMap,
) -> None:
    put = {
        id_
        for step in questions(read(argument_map)).steps
        for question in step.questions
        for id_ in question.put_by
    }
    pressing = {
        id_ for id_, relation in argument_map.relations.items() if relation.presses is not None
    }
    warned = [diagnostic.message for diagnostic in questions_of_no_step(argument_map)]
    assert len(warned) == len(pressing - put)


@for_all(told_map, MANY)
def test_people_disagree_where_no_one_of_them_is_on_both_sides(argument_map: ArgumentMap) -> None:
    def sayings(ids: tuple[str, ...]) -> list[Claim]:
        """These claims and their restatements, without the mapper's own."""
        every = (argument_map.claims[each] for id_ in ids for each in argument_map.class_of(id_))
        return [claim for claim in every if claim.mode is not Mode.EDITORIAL]

    def holders(claims: list[Claim], among: set[str | None]) -> set[str]:
        """The people who hold them in these sources, and neither concede nor only raise them."""
        names: set[str] = set()
        for claim in claims:
            authors = SOURCES[claim.source].authors if claim.source is not None else ()
            is_foreign = claim.speaker is not None and claim.speaker not in authors
            is_held = claim.mode is not Mode.CONCEDED
            if claim.mode is Mode.RAISED:
                is_held = is_foreign and claim.source is not None
            if claim.source in among and is_held:
                names |= {claim.speaker} if claim.speaker is not None else {*authors}
        return names

    expected = {}
    for id_, relation in argument_map.relations.items():
        if relation.kind is Kind.SUPPORTS:
            continue
        is_undercut = relation.kind is Kind.UNDERCUTS
        hit = (
            argument_map.relations[relation.target].premises if is_undercut else (relation.target,)
        )
        putting, meeting = sayings(relation.premises), sayings(hit)
        among = {claim.source for claim in putting} & {claim.source for claim in meeting} - {None}
        by, against = holders(putting, among), holders(meeting, among)
        if by and against and not by & against:
            expected[id_] = (tuple(sorted(by)), tuple(sorted(against)))
    disagreements = sources(read(argument_map)).disagreements
    assert {each.relation: (each.speakers, each.against) for each in disagreements} == expected


@for_all(told_map, MANY)
def test_conclusions_rest_on_the_sources_and_speakers_below_them(argument_map: ArgumentMap) -> None:
    finding = sources(read(argument_map))
    right = SupportBasis(argument_map)
    second_hand = {id_ for id_ in SOURCES if is_second_hand(argument_map, id_)}
    rules = right.rules(right.supports)

    def made_by(members: tuple[str, ...]) -> set[str | None]:
        claims = [argument_map.claims[member] for member in members]
        return {None if claim.mode is Mode.EDITORIAL else claim.source for claim in claims}

    def reported(members: tuple[str, ...]) -> bool:
        return all(is_reported(argument_map, argument_map.claims[member]) for member in members)

    grounds = {conclusion.claim: conclusion for conclusion in finding.conclusions}
    for id_ in read(argument_map).conclusions:
        goal = right.read.class_(id_)
        assert (id_ in grounds) == (goal in right.derivable)
        if id_ not in grounds:
            continue
        conclusion, below = grounds[id_], right.premises(goal)
        assert set(conclusion.sources) == {s for c in below for s in made_by(c) if s is not None}
        assert conclusion.unsourced == any(made_by(c) == {None} for c in below)
        for source in SOURCES:
            others = [c for c in right.grants if made_by(c) != {source}]
            assert (source in conclusion.needs) == (goal not in derived(rules, others))
        assert conclusion.reported_only == all(reported(c) for c in below)
        firsthand = [c for c in right.grants if not reported(c)]
        assert conclusion.needs_reports == (goal not in derived(rules, firsthand))
        assert conclusion.second_hand_only == all(
            made_by(c) - {None} and made_by(c) - {None} <= second_hand for c in below
        )
        in_own_voice = [c for c in right.grants if not made_by(c) <= second_hand]
        assert conclusion.needs_second_hand == (goal not in derived(rules, in_own_voice))
    for id_, source_finding in finding.sources.items():
        assert set(source_finding.claims) == {
            claim.id
            for claim in argument_map.claims.values()
            if claim.source == id_ and claim.mode is not Mode.EDITORIAL
        }
        assert set(source_finding.own) == {
            claim
            for claim in source_finding.claims
            if made_by(argument_map.class_of(claim)) <= {id_, None}
        }
        assert sum(source_finding.modes.values()) == len(source_finding.claims)


@for_all(map_of, MANY)
def test_a_brief_agrees_with_the_single_questions(argument_map: ArgumentMap) -> None:
    reading = read(argument_map)
    for claim in argument_map.claims:
        finding = brief(reading, claim)
        rests = premises(reading, claim)
        assert finding.critical == rests.critical
        assert (finding.ground is None) == (not rests.derivable)
        if finding.ground is not None:
            assert len(finding.ground) == len(rests.rejection_sets[0])
            assert finding.ground in rests.rejection_sets
        single = overturn(reading, claim, Limits(None))
        of_one = {stance[0] for stance in single.stances if len(stance) == 1}
        assert set(finding.hinges) == of_one
        lines = {line.relation for line in (*finding.lines_for, *finding.lines_against)}
        assert lines == {
            relation.id
            for member in argument_map.class_of(claim)
            for relation in argument_map.relations_to(member)
        }
        for line in (*finding.lines_for, *finding.lines_against):
            assert_line(reading, claim, line.relation, decides=line.decides)
            assert set(line.critical) <= set(line.ground or ()) or len(line.ground or ()) == 1
        for id_ in (*finding.unanswered_below, *finding.unanswered_replies):
            assert reading.grounded.relations[id_] is not Label.OUT


def assert_line(reading: Reading, claim: str, id_: str, *, decides: bool) -> None:
    after = changed_by(reading.map, Trial(TrialKind.STRIKE, id_))
    assert decides == (
        (reading.grounded.claims[claim] is Label.IN) != (after.grounded.claims[claim] is Label.IN)
    )
    ranks = [
        reading.grounded.relations[relation]
        for relation in attacks_on(reading, reading.map.relations[id_])
    ]
    assert ranks == sorted(ranks, key=["in", "undec", "out"].index)


@for_all(map_of, MANY)
def test_an_agenda_misses_nothing_that_is_unsettled(argument_map: ArgumentMap) -> None:
    reading = read(argument_map)
    finding = status(argument_map)
    plan = agenda(reading)
    topics = [(point.distance != 0, list(Topic).index(point.topic)) for point in plan.points]
    assert topics == sorted(topics), "what a main claim hangs on comes first"
    far = steps_to_main(reading)
    for point in plan.points:
        own = [point.attack] if point.attack is not None else [*point.claims]
        nearest = min((far[id_] for id_ in own if id_ in far), default=None)
        assert point.distance in {0, nearest}
        if point.distance == 0 != nearest:
            assert point.topic is Topic.CONFLICT or set(point.stakes.turned) & {
                argument_map.head_of(id_) for id_ in reading.outline.main
            }, "a main claim hangs on it"
    assert plan.total == len(plan.points)
    named = {id_ for point in plan.points for id_ in point.claims}
    contested = {id_ for id_ in first_ids(argument_map) if finding.claims[id_].word == "contested"}
    assert contested <= named
    unanswered = {
        id_
        for id_, relation in argument_map.relations.items()
        if relation.kind is Kind.UNDERCUTS
        and reading.grounded.relations[id_] is Label.IN
        and argument_map.relations[relation.target].kind is Kind.SUPPORTS
    }
    to_claims = {
        id_
        for id_, relation in argument_map.relations.items()
        if relation.kind is Kind.ATTACKS and reading.grounded.relations[id_] is Label.IN
    }
    assert unanswered | to_claims <= {point.attack for point in plan.points}
    conclusions = set(read(argument_map).conclusions)
    for id_ in first_ids(argument_map):
        if reading.grounded.claims[id_] is Label.IN and argument_map.is_granted(id_):
            after = changed_by(argument_map, Trial(TrialKind.REJECT, id_))
            turned = {
                conclusion
                for conclusion in conclusions - {id_}
                if (reading.grounded.claims[conclusion] is Label.IN)
                != (after.grounded.claims[conclusion] is Label.IN)
            }
            assert not turned or id_ in named
    assert agenda(reading, 2).points == plan.points[:2]
    for rest in overview(reading).rests:
        for hinge in rest.hinges:
            after = changed_by(argument_map, Trial(TrialKind.REJECT, hinge))
            assert after.grounded.claims[rest.claim] is not Label.IN


def steps_to_main(reading: Reading) -> dict[str, int]:
    """The steps from each claim and relation to the nearest main claim, by trying until it ends."""
    far = {member: 0 for id_ in reading.outline.main for member in reading.map.class_of(id_)}
    before: dict[str, int] = {}
    while before != far:
        before = dict(far)
        for relation in reading.map.relations.values():
            if relation.target in far:
                far[relation.id] = min(far.get(relation.id, 99), far[relation.target])
                for premise in relation.premises:
                    for member in reading.map.class_of(premise):
                        far[member] = min(far.get(member, 99), far[relation.id] + 1)
    return far


@for_all(map_of, MANY)
def test_the_minutes_of_an_agenda_add_up(argument_map: ArgumentMap) -> None:
    points = agenda(read(argument_map)).points
    for total in (1, 5, 9, 10, 23, 60):
        minutes = minutes_of(points, total)
        assert len(minutes) == len(points)
        timed = [time for time in minutes if time is not None]
        assert sum(timed) == (total if points else 0)
        assert [*minutes[: len(timed)]] == timed, "the points without minutes come last"
        if len(timed) < len(points):
            assert total // LEAST <= len(timed), "there is no room for one more"
        if total >= LEAST:
            assert all(time >= LEAST for time in timed)
        weightiest = [
            time for time, point in zip(timed, points, strict=False) if point.distance == 0
        ]
        assert all(time <= max(weightiest) for time in timed if weightiest)


@for_all(map_of, MANY)
def test_a_map_does_not_differ_from_itself_whatever_its_names(argument_map: ArgumentMap) -> None:
    same = diff(argument_map, argument_map)
    assert list(diff_text(same, 10)) == ["Nothing differs in what the two maps say."]
    new = {id_: f"new-{id_}" for id_ in argument_map.claims}
    called = {id_: f"new-{id_}" for id_ in argument_map.relations}
    other = diff(argument_map, renamed(argument_map, new, called))
    assert dict(other.renamed) == new
    assert not other.added + other.removed
    assert not other.status
    assert not other.critical
    assert len(other.relations_added) == len(other.relations_removed)


@for_all(two_maps, MANY)
def test_a_diff_goes_from_the_old_map_to_the_new(maps: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = maps
    finding = diff(old, new)
    was, now = status(old), status(new)
    shared = old.claims.keys() & new.claims.keys()
    assert set(finding.status) == {
        id_ for id_ in shared if was.claims[id_].word is not now.claims[id_].word
    }
    mixer = Mixer(finding.old, new, frozenset(finding.relations_changed))
    begun, done = status(mixer.mixed(())), status(mixer.mixed(mixer.edits))
    for id_ in shared:
        assert begun.claims[id_].word is was.claims[id_].word
        assert done.claims[id_].word is now.claims[id_].word
    ids = sorted(shared)
    assert critical_of(Reading(mixer.mixed(())), ids) == critical_of(Reading(old), ids)
    for causes in finding.status_causes.values():
        if not finding.untried and len(mixer.edits) == 1:
            assert causes.enough == causes.needed == mixer.edits


def texts(argument_map: ArgumentMap) -> list[str]:
    """Everything that is written for a debate or a seminar."""
    reading = read(argument_map)
    finding, outline = reading.status, reading.outline
    claim = next(iter(argument_map.claims))
    claim_brief = brief(reading, claim)
    written = [
        markdown(write(reading, Citer(argument_map, outline, finding), claim_brief, side, 3))
        for write in (brief_page, brief_flow)
        for side in ("for", "against", "both")
    ]
    plan = agenda(reading)
    written.append(
        printable(
            agenda_page(Citer(argument_map, outline, finding), plan, minutes_of(plan.points, 60)),
            "Agenda",
        )
    )
    written += questions_text(argument_map, outline, questions(reading))
    written += sources_text(reading, sources(reading), 3)
    written.extend(render_report(reading))
    return written


@for_all(told_map, MANY)
def test_the_order_of_claims_and_relations_never_shows(argument_map: ArgumentMap) -> None:
    turned = replace(
        argument_map,
        claims=dict(reversed([*argument_map.claims.items()])),
        relations=dict(reversed([*argument_map.relations.items()])),
        sources=dict(reversed([*argument_map.sources.items()])),
    )
    assert texts(argument_map) == texts(turned)
