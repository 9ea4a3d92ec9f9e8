package de.kreiswerk.core.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.web.MadeOf;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private static final String PAPER = "/paper/1";

    private final KeptAnswers answers = new KeptAnswers(10_000);

    @Test
    void changedObjectTakesItsAnswersWithIt() {
        keep("/a", MadeOf.object(PAPER));
        keep("/b", MadeOf.object("/paper/2"));

        answers.changed(Set.of(PAPER), Set.of());

        assertThat(find("/a")).isNull();
        assertThat(find("/b")).isNotNull();
    }

    @Test
    void changedListTakesItsAnswersWithIt() {
        keep("/list", MadeOf.list("paper"));

        answers.changed(Set.of(PAPER), Set.of("paper/year/2026", "paper"));

        assertThat(find("/list")).isNull();
        assertThat(answers.size()).isZero();
    }

    @Test
    void answerMadeWhileAnObjectOfItChangedIsNotKept() {
        Making making = answers.begin();
        answers.changed(Set.of(PAPER), Set.of());

        assertThat(answers.keep(making, answer("/a", MadeOf.object(PAPER), 10))).isFalse();
        assertThat(find("/a")).isNull();
    }

    @Test
    void answerMadeWhileAListOfItChangedIsNotKept() {
        Making making = answers.begin();
        answers.changed(Set.of("/paper/9"), Set.of("paper"));

        assertThat(answers.keep(making, answer("/a", MadeOf.list("paper"), 10))).isFalse();
    }

    @Test
    void changeOfSomethingElseDoesNotMatter() {
        Making making = answers.begin();
        answers.changed(Set.of("/paper/2"), Set.of("paper/year/2025"));

        assertThat(answers.keep(making, answer("/a", MadeOf.object(PAPER), 10))).isTrue();
    }

    @Test
    void changeBeforeTheMakingBeganDoesNotMatter() {
        answers.changed(Set.of(PAPER), Set.of());
        Making making = answers.begin();

        assertThat(answers.keep(making, answer("/a", MadeOf.object(PAPER), 10))).isTrue();
    }

    @Test
    void aLargeAnswerIsKeptWhenItIsAskedForAgain() {
        KeptAnswers many = new KeptAnswers(1_000_000);

        assertThat(many.keep(many.begin(), answer("/list", MadeOf.list("paper"), 100_000)))
                .isFalse();
        assertThat(many.keep(many.begin(), answer("/list?after=1", MadeOf.list("paper"), 100_000)))
                .isFalse();
        assertThat(many.keep(many.begin(), answer("/list", MadeOf.list("paper"), 100_000)))
                .isTrue();

        many.changed(Set.of(), Set.of("paper"));
        assertThat(many.keep(many.begin(), answer("/list", MadeOf.list("paper"), 100_000)))
                .isTrue();
    }

    @Test
    void whoReadsAWholeListAgainAndAgainPushesNothingOut() {
        KeptAnswers many = new KeptAnswers(1_000_000);
        assertThat(many.keep(many.begin(), answer("/", MadeOf.object(PAPER), 1_000)))
                .isTrue();

        for (int round = 0; round < 3; round++) {
            for (int page = 0; page < 500; page++) {
                assertThat(many.keep(many.begin(), answer("/list?after=" + page, MadeOf.list("paper"), 100_000)))
                        .isFalse();
            }
        }

        assertThat(many.find(new AnswerKey("/", null, "de"))).isNotNull();
    }

    @Test
    void clearingSpoilsWhatIsBeingMade() {
        Making making = answers.begin();
        answers.clear();

        assertThat(answers.keep(making, answer("/a", MadeOf.object(PAPER), 10))).isFalse();
    }

    @Test
    void makingThatMissedVeryManyChangesIsNotKept() {
        Making making = answers.begin();
        for (int i = 0; i < 20_000; i++) {
            answers.changed(Set.of("/paper/x" + i), Set.of());
        }

        assertThat(answers.keep(making, answer("/a", MadeOf.object(PAPER), 10))).isFalse();
    }

    @Test
    void leastRecentlyUsedGoesFirst() {
        keep("/a", MadeOf.object("/paper/a"));
        keep("/b", MadeOf.object("/paper/b"));
        keep("/c", MadeOf.object("/paper/c"));
        find("/a");
        for (int i = 0; i < 9; i++) {
            keep("/new" + i, MadeOf.object("/paper/" + i));
            find("/a");
        }

        assertThat(find("/a")).isNotNull();
        assertThat(find("/b")).isNull();
        assertThat(find("/new8")).isNotNull();
        assertThat(answers.size()).isBetween(1L, 10_000L);
    }

    @Test
    void answerLargerThanAllRoomIsNotKept() {
        assertThat(answers.keep(answers.begin(), answer("/a", MadeOf.object(PAPER), 10_000)))
                .isFalse();
        assertThat(answers.size()).isZero();
    }

    @Test
    void newAnswerTakesThePlaceOfTheOld() {
        keep("/a", MadeOf.object(PAPER));
        long size = answers.size();
        keep("/a", MadeOf.object(PAPER));

        assertThat(answers.size()).isEqualTo(size);
    }

    private void keep(String address, MadeOf madeOf) {
        Making making = answers.begin();
        assertThat(answers.keep(making, answer(address, madeOf, 500))).isTrue();
        answers.end(making);
    }

    private KeptAnswer find(String address) {
        return answers.find(new AnswerKey(address, null, "de"));
    }

    private static KeptAnswer answer(String address, MadeOf madeOf, int bytes) {
        return new KeptAnswer(
                new AnswerKey(address, null, "de"),
                new Place("endpoint", "state"),
                "stamp",
                "http://localhost",
                madeOf,
                List.of(),
                new byte[bytes]);
    }
}
