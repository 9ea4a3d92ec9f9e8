package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication.Formed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    /** Two are shown and one more is read. */
    private static final int LIMIT = 3;

    private final ReadAhead ahead = new ReadAhead();
    private final BlockingQueue<String> read = new LinkedBlockingQueue<>();

    @AfterEach
    void close() throws InterruptedException {
        ahead.close();
    }

    @Test
    void whoWalksFindsTheNextPageReadAlreadyAndEachIsReadOnce() throws Exception {
        List<String> shown = new ArrayList<>();
        String key = null;
        do {
            List<Formed> page = list("paper", key);
            page.stream().limit(LIMIT - 1L).map(Formed::key).forEach(shown::add);
            key = page.size() < LIMIT ? null : page.get(LIMIT - 2).key();
        } while (key != null);

        assertThat(shown)
                .containsExactlyElementsOf(
                        IntStream.range(10, 30).mapToObj(String::valueOf).toList());
        assertThat(read).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void isReadBeforeItIsAskedFor() throws Exception {
        list("paper", "11");

        assertThat(read.poll(10, TimeUnit.SECONDS)).isEqualTo("paper/11");
        assertThat(read.poll(10, TimeUnit.SECONDS)).as("not asked for yet").isEqualTo("paper/13");
    }

    @Test
    void whoAsksForTheFirstPageOnlyCostsOnePage() throws Exception {
        list("paper", null);
        close();

        assertThat(read).containsExactly("paper/null");
    }

    @Test
    void behindTheLastPageNothingIsRead() throws Exception {
        assertThat(list("paper", "28")).hasSize(1);
        close();

        assertThat(read).containsExactly("paper/28");
    }

    @Test
    void whatChangedIsReadAnewAndTheRestIsNot() throws Exception {
        list("paper", "11");
        list("meeting", "11");
        List<String> begun = List.of(read.take(), read.take(), read.take(), read.take());
        assertThat(begun).contains("paper/13", "meeting/13");

        ahead.changed(Set.of("paper", "organization"));
        list("meeting", "13");
        list("paper", "13");
        close();

        assertThat(read).contains("paper/13").doesNotContain("meeting/13");
    }

    /** The page was begun before the change and is not handed out after it, though it is not read to its end yet. */
    @Test
    void aChangeFindsWhatIsBeingRead() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        ahead.list(query("paper", "11"), "form", page -> {
            if (page.after().equals("13")) {
                reading.countDown();
                await(changed);
                return List.of(formed("before the change"));
            }
            return rows(page);
        });
        await(reading);

        ahead.changed(Set.of("paper"));
        changed.countDown();

        assertThat(list("paper", "13")).extracting(Formed::key).containsExactly("14", "15", "16");
    }

    @Test
    void whatIsBeingReadIsAwaitedAndNotReadTwice() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ahead.list(query("paper", "11"), "form", page -> {
            if (page.after().equals("13")) {
                reading.countDown();
                await(go);
            }
            return rows(page);
        });
        await(reading);

        CompletableFuture<List<Formed>> asked = CompletableFuture.supplyAsync(() -> list("paper", "13"));
        go.countDown();

        assertThat(asked.get(10, TimeUnit.SECONDS)).extracting(Formed::key).containsExactly("14", "15", "16");
        close();
        assertThat(read).filteredOn("paper/13"::equals).hasSize(1);
    }

    /** The database was away while it was read ahead, and is there again, or still away. */
    @Test
    void whatCouldNotBeReadAheadIsReadWhenItIsAskedFor() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        ahead.list(query("paper", "11"), "form", page -> {
            if (page.after().equals("13")) {
                failed.countDown();
                throw new IllegalStateException("away");
            }
            return rows(page);
        });
        await(failed);

        assertThat(list("paper", "13")).hasSize(LIMIT);
        assertThatThrownBy(() -> ahead.list(query("meeting", "11"), "form", page -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
    }

    @Test
    void anotherFormIsAnotherPage() throws Exception {
        list("paper", "11");
        assertThat(read.take() + read.take()).isEqualTo("paper/11paper/13");

        ahead.list(query("paper", "13"), "another form", this::rows);

        assertThat(read.take()).isEqualTo("paper/13");
    }

    @Test
    void manyWhoWalkAtOnceEachFindTheirPages() {
        for (String key : List.of("11", "13", "15", "17", "19")) {
            for (int list = 0; list < 20; list++) {
                assertThat(list("list-" + list, key))
                        .extracting(Formed::key)
                        .startsWith(String.valueOf(Integer.parseInt(key) + 1));
            }
        }
    }

    @Test
    void afterItsEndItReadsWhatItIsAskedForAndLeavesNoThread() throws Exception {
        CompletableFuture<Thread> reader = new CompletableFuture<>();
        ahead.list(query("paper", "11"), "form", page -> {
            if (page.after().equals("13")) {
                reader.complete(Thread.currentThread());
            }
            return rows(page);
        });
        Thread thread = reader.get(10, TimeUnit.SECONDS);
        close();

        assertThat(list("paper", "13")).hasSize(LIMIT);
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    private List<Formed> list(String list, String after) {
        return ahead.list(query(list, after), "form", this::rows);
    }

    private static PublicQuery query(String list, String after) {
        return PublicQuery.of(list, LIMIT).from(after);
    }

    /** Of 10 to 29. */
    private List<Formed> rows(PublicQuery page) {
        read.add(page.list() + "/" + page.after());
        int first = page.after() == null ? 10 : Integer.parseInt(page.after()) + 1;
        return IntStream.range(first, Math.min(30, first + page.limit()))
                .mapToObj(number -> formed(String.valueOf(number)))
                .toList();
    }

    private static Formed formed(String key) {
        return new Formed(key, new byte[0], null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
