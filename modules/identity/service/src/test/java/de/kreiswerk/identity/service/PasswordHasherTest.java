package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

    @Test
    void whoFindsTheQueueFullIsToldAtOnce() throws Exception {
        PasswordHasher hasher = new PasswordHasher(1, 2);
        ExecutorService many = Executors.newFixedThreadPool(20);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return hasher.hash("vier Wörter reichen aus");
                        } catch (ProblemException e) {
                            return e.problem().kind().name();
                        }
                    },
                    many));
        }
        List<String> answers = all.stream().map(CompletableFuture::join).toList();
        many.shutdown();
        hasher.close();

        assertThat(answers).contains(Problem.Kind.UNAVAILABLE.name());
        assertThat(answers.stream()
                        .filter(answer -> answer.startsWith("$argon2id$"))
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void leavesNoThreadBehindAndRefusesAfterwards() throws Exception {
        PasswordHasher hasher = new PasswordHasher(1, 1);
        List<Thread> before = threads();
        hasher.hash("vier Wörter reichen aus");
        List<Thread> own =
                threads().stream().filter(thread -> !before.contains(thread)).toList();
        assertThat(own).hasSize(1);

        hasher.close();

        // A pool counts a thread as gone a moment before it is.
        own.get(0).join(TimeUnit.SECONDS.toMillis(30));
        assertThat(own.get(0).isAlive()).isFalse();
        assertThatThrownBy(() -> hasher.hash("x")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aQueueBeyondAllMemoryAndThreadsWithoutEndAreCutToWhatTheMachineBears() throws Exception {
        PasswordHasher hasher = new PasswordHasher(new Settings(Integer.MAX_VALUE, Integer.MAX_VALUE));

        assertThat(hasher.matches("vier Wörter", hasher.hash("vier Wörter"))).isTrue();

        hasher.close();
    }

    @ParameterizedTest
    @CsvSource({"32, 512, 6", "32, 256, 3", "32, 65536, 8", "4, 512, 4", "1, 16, 1", "8, 16, 1"})
    void hashingLeavesThreeQuartersOfTheMemoryToTheOthers(int wanted, long mebibytes, int threads) {
        assertThat(PasswordHasher.threads(wanted, mebibytes << 20)).isEqualTo(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void withoutANumberItIsOneOrTwo(int wanted) {
        assertThat(PasswordHasher.threads(wanted, Long.MAX_VALUE)).isBetween(1, 2);
    }

    private record Settings(int threads, int queue) implements PasswordHasher.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return PasswordHasher.Config.class;
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kreiswerk-password-"))
                .toList();
    }
}
