package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.view.Formats;
import de.kreiswerk.proposals.web.view.Phrases;
import de.kreiswerk.proposals.web.view.Sentence;
import de.kreiswerk.proposals.web.view.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in plain sentences what happens next with a paper, seen from a day. */
final class NextSteps {

    private static final String DECIDED = "DECIDED";
    private static final String COMPLETED = "COMPLETED";

    private final Locale language;
    private final Phrases phrases;
    private final Formats formats;
    private final LocalDate today;

    NextSteps(Locale language, Today today) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.formats = new Formats(language);
        this.today = today.date();
    }

    /** The sentences; none when the paper has no Beratungsfolge. */
    List<Sentence> of(List<PaperSnapshot.Consultation> consultations, String state) {
        List<Step> steps = consultations.stream().map(Step::of).toList();
        if (steps.isEmpty()) {
            return List.of();
        }
        boolean decided = DECIDED.equals(state);
        List<Sentence> sentences = new ArrayList<>();
        if (decided) {
            decision(steps).map(this::decided).ifPresent(sentences::add);
        }
        List<Step> cancelled =
                steps.stream().filter(this::isAhead).filter(Step::isCancelled).toList();
        cancelled.forEach(step -> sentences.add(cancelled(NextTexts.CANCELLED, step, hasNewDate(step, steps))));
        Optional<Step> next = next(steps);
        if (next.isPresent()) {
            sentences.add(next(next.get()));
            if (!decided && !next.get().decides()) {
                decisionAfter(steps, next.get()).map(this::deciding).ifPresent(sentences::add);
            }
        } else if (COMPLETED.equals(state)) {
            sentences.add(sentence(NextTexts.DONE));
        } else if (!decided) {
            withoutDate(steps)
                    .map(this::undated)
                    .ifPresentOrElse(sentences::add, () -> sentences.addAll(past(steps, !cancelled.isEmpty())));
        }
        return sentences;
    }

    /** What stands above the sentences: that it goes on is said only of what does. */
    Text heading(List<PaperSnapshot.Consultation> consultations, String state) {
        if (DECIDED.equals(state)) {
            return NextTexts.HEADING_DECIDED;
        }
        List<Step> steps = consultations.stream().map(Step::of).toList();
        boolean goesOn = next(steps).isPresent()
                || !COMPLETED.equals(state) && withoutDate(steps).isPresent();
        return goesOn ? NextTexts.HEADING : NextTexts.HEADING_PAST;
    }

    /** Whether a state is one of those that nothing is expected after. */
    static boolean isOver(String state) {
        return DECIDED.equals(state) || COMPLETED.equals(state);
    }

    /** The next one in few words, for lists. */
    Optional<Sentence> inBrief(List<PaperSnapshot.Consultation> consultations) {
        return next(consultations.stream().map(Step::of).toList())
                .map(step -> Sentence.of("{0}, {1}", organization(step), phrases.own(day(step) + openness(step))));
    }

    /** The decision in few words, else the last consultation, for lists; nothing when another one is ahead. */
    Optional<ListView.Last> last(List<PaperSnapshot.Consultation> consultations, String state) {
        List<Step> steps = consultations.stream().map(Step::of).toList();
        if (next(steps).isPresent()) {
            return Optional.empty();
        }
        Optional<Step> decision = DECIDED.equals(state) ? decision(steps) : Optional.empty();
        if (decision.isPresent()) {
            return Optional.of(new ListView.Last(Texts.DECISION, summary(decision.get())));
        }
        return steps.stream()
                .filter(step -> step.date() != null && !step.isCancelled())
                .max(Comparator.comparing(Step::date))
                .map(step -> new ListView.Last(Texts.LAST_DATE, summary(step)));
    }

    private Sentence summary(Step step) {
        Words when = step.date() == null ? null : phrases.own(", " + formats.date(step.date()) + openness(step));
        Words result = phrases.document(step.consultation().result());
        return Sentence.of("{0}{1}{2}{3}", organization(step), when, result == null ? null : phrases.own(": "), result);
    }

    private Optional<Step> next(List<Step> steps) {
        return steps.stream()
                .filter(this::isAhead)
                .filter(step -> !step.isCancelled())
                .min(Comparator.comparing(Step::date));
    }

    private boolean isAhead(Step step) {
        return step.date() != null && !step.date().isBefore(today) && !step.isDone() && !step.isPostponed();
    }

    private static Optional<Step> withoutDate(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.date() == null && !step.isDone())
                .findFirst();
    }

    /** The last deciding consultation with a result. */
    private static Optional<Step> decision(List<Step> steps) {
        return last(steps, step -> step.decides() && step.isDone());
    }

    private Optional<Step> decisionAfter(List<Step> steps, Step next) {
        return last(
                steps,
                step -> step.decides()
                        && step != next
                        && !step.isDone()
                        && !step.isCancelled()
                        && (step.date() == null
                                || !step.isPostponed() && !step.date().isBefore(next.date())));
    }

    private static Optional<Step> last(List<Step> steps, Predicate<Step> which) {
        return steps.stream().filter(which).reduce((first, second) -> second);
    }

    private Sentence next(Step step) {
        boolean isToday = step.date().equals(today);
        Text pattern = NextTexts.NEXT.getOrDefault(
                step.consultation().role() == null ? "" : step.consultation().role(), NextTexts.NEXT_OTHER);
        return sentence(
                pattern,
                phrases.own(isToday ? NextTexts.TODAY : NextTexts.NEXT_UP),
                article(step),
                organization(step),
                phrases.own((isToday ? time(step) : dayAndTime(step)) + openness(step)));
    }

    private Sentence deciding(Step step) {
        Words when = step.date() == null
                ? phrases.own(NextTexts.DATE_OPEN)
                : phrases.own(" " + NextTexts.ON.in(language) + " " + day(step) + openness(step));
        return sentence(NextTexts.DECISION_LATER, article(step), organization(step), when);
    }

    private Sentence undated(Step step) {
        return sentence(NextTexts.UNDATED, article(step), organization(step));
    }

    private Sentence cancelled(Text pattern, Step step, boolean wentOn) {
        return sentence(
                pattern,
                phrases.own(day(step)),
                organization(step),
                wentOn ? null : phrases.own(NextTexts.NO_NEW_DATE));
    }

    /** Whether the same committee deals with it later. */
    private static boolean hasNewDate(Step cancelled, List<Step> steps) {
        return later(cancelled, steps)
                .anyMatch(step -> Objects.equals(
                        step.consultation().organization(),
                        cancelled.consultation().organization()));
    }

    private static Stream<Step> later(Step cancelled, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.date() != null && !step.isCancelled())
                .filter(step -> step.date().isAfter(cancelled.date()));
    }

    private Sentence decided(Step step) {
        return outcome(NextTexts.DECIDED, step);
    }

    private Sentence postponed(Step step) {
        return outcome(NextTexts.POSTPONED, step);
    }

    private Sentence outcome(Text pattern, Step step) {
        Words when = step.date() == null
                ? null
                : phrases.own(" " + NextTexts.ON.in(language) + " " + formats.date(step.date()));
        return sentence(
                pattern,
                phrases.own(capitalised(article(step).text())),
                organization(step),
                when,
                phrases.document(step.consultation().result()));
    }

    /** Nothing comes any more that has a date; a meeting that is cancelled does not, even while its day is ahead. */
    private List<Sentence> past(List<Step> steps, boolean cancelledAhead) {
        if (steps.stream().allMatch(Step::isDone)) {
            return List.of(sentence(NextTexts.DONE));
        }
        List<Sentence> sentences = new ArrayList<>();
        steps.stream()
                .filter(step -> fellThrough(step) && !hasNewDate(step, steps))
                // Where others dealt with it afterwards, nobody waits for a new date.
                .forEach(step -> sentences.add(cancelled(
                        NextTexts.WAS_CANCELLED,
                        step,
                        later(step, steps).findAny().isPresent())));
        sentences.add(outcome(steps, cancelledAhead));
        return sentences;
    }

    private boolean fellThrough(Step step) {
        return step.isCancelled()
                && step.date() != null
                && step.date().isBefore(today)
                && step.consultation().result() == null;
    }

    private Sentence outcome(List<Step> steps, boolean cancelledAhead) {
        boolean inPrivate = last(steps, Step::decides)
                .filter(step -> step.isPrivate() && !isAhead(step))
                .isPresent();
        Optional<Step> postponed =
                last(steps, step -> step.isDone() || step.isPostponed()).filter(Step::isPostponed);
        if (postponed.isPresent() && !inPrivate) {
            return postponed(postponed.get());
        }
        boolean past = !cancelledAhead && steps.stream().anyMatch(step -> step.date() != null);
        if (inPrivate) {
            return sentence(past ? NextTexts.DECIDED_IN_PRIVATE : NextTexts.IN_PRIVATE);
        }
        return sentence(past ? NextTexts.ALL_PAST : NextTexts.NO_RESULT);
    }

    private Sentence sentence(Text pattern, Words... words) {
        return Sentence.of(pattern.in(language), words);
    }

    private Words article(Step step) {
        String name = step.consultation().organization();
        if (!Phrases.present(name)) {
            return phrases.own(NextTexts.COMMITTEE_UNKNOWN);
        }
        return phrases.own(phrases.german() ? Article.of(name) : "the ");
    }

    private Words organization(Step step) {
        return phrases.document(step.consultation().organization());
    }

    private String day(Step step) {
        return formats.longDate(step.date().atStartOfDay(Formats.ZONE).toInstant());
    }

    private String dayAndTime(Step step) {
        String comma = step.start() != null && phrases.german() ? "," : "";
        return " " + NextTexts.ON.in(language) + " " + day(step) + comma + time(step);
    }

    private String time(Step step) {
        return step.start() == null ? "" : " " + NextTexts.AT.in(language) + " " + formats.time(step.start());
    }

    private String openness(Step step) {
        Text meaning = step.consultation().visibility() == null
                ? null
                : Texts.VISIBILITIES.get(step.consultation().visibility());
        return meaning == null ? "" : " (" + meaning.in(language) + ")";
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
