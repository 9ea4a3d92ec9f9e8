package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication.Formed;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads the next page of a list while the one before is on its way: whoever reads all of a list asks for one page after the other, and
 * reading is most of the time that a page takes. Begins with the second page, because most ask for the first only. What was read
 * ahead is right until its list changes, and is handed out once.
 */
final class ReadAhead {

    /** Pages of some hundred kilobytes: so many may walk at once, each a list of their own. */
    private static final int MOST = 4;

    private static final long IDLE_SECONDS = 5;

    private final Map<Page, FutureTask<List<Formed>>> pages = new LinkedHashMap<>();
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ReadAhead::thread);

    ReadAhead() {
        reader.allowCoreThreadTimeOut(true);
    }

    private record Page(PublicQuery query, String form) {}

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kreiswerk-publication-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Reads a page, or has it already.
     *
     * @param query of one object more than is shown, which tells whether there is another page
     * @param form in which the objects are read
     * @param reading reads outside of any transaction
     */
    List<Formed> list(PublicQuery query, String form, Function<PublicQuery, List<Formed>> reading) {
        List<Formed> ready = take(new Page(query, form));
        List<Formed> found = ready == null ? reading.apply(query) : ready;
        if (query.after() != null && query.limit() > 1 && found.size() == query.limit()) {
            String lastShown = found.get(found.size() - 2).key();
            begin(new Page(query.from(lastShown), form), reading);
        }
        return found;
    }

    /** Null when it was not read ahead, or could not be: whoever reads it then learns why. */
    private List<Formed> take(Page page) {
        FutureTask<List<Formed>> task;
        synchronized (pages) {
            task = pages.remove(page);
        }
        if (task == null) {
            return null;
        }
        // Here, if the reader has not got to it yet.
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void begin(Page page, Function<PublicQuery, List<Formed>> reading) {
        FutureTask<List<Formed>> task = new FutureTask<>(() -> reading.apply(page.query()));
        synchronized (pages) {
            // There before anything is read, so that a change in the meantime finds it.
            if (pages.putIfAbsent(page, task) != null) {
                return;
            }
            if (pages.size() > MOST) {
                forget(pages.values().iterator());
            }
        }
        try {
            reader.execute(task);
        } catch (RejectedExecutionException e) {
            // The platform stops: whoever asks for it reads it.
        }
    }

    /** Before anybody else is told: what they keep may be made of what is read ahead. */
    void changed(Set<String> lists) {
        synchronized (pages) {
            Iterator<Page> each = pages.keySet().iterator();
            while (each.hasNext()) {
                if (lists.contains(each.next().query().list())) {
                    each.remove();
                }
            }
        }
    }

    /** The oldest; nothing is interrupted, which would close the file of the embedded database. */
    private static void forget(Iterator<FutureTask<List<Formed>>> oldest) {
        oldest.next().cancel(false);
        oldest.remove();
    }

    /** Waits for what is being read. */
    void close() throws InterruptedException {
        synchronized (pages) {
            pages.values().forEach(task -> task.cancel(false));
            pages.clear();
        }
        reader.shutdown();
        reader.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
    }
}
