package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kreiswerk-password-"))
                .toList();
    }
}
