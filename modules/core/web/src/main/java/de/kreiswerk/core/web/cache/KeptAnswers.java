package de.kreiswerk.core.web.cache;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table of kept answers. Reading takes no lock. Changes and keeping share one, so that an answer which was begun before
 * a change of what it is made of is never kept after it.
 */
final class KeptAnswers {

    /** Whoever reads all of a list asks for each large page once, and must not push out what many ask for. */
    static final long LARGE = 64 * 1024;

    private final Map<AnswerKey, KeptAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, Set<KeptAnswer>> byPath = new HashMap<>();
    private final Map<String, Set<KeptAnswer>> byList = new HashMap<>();
    private final Set<Making> makings = new HashSet<>();
    private final Asked asked = new Asked();
    private final long capacity;
    private long size;
    /** Counts what was kept. It is the clock of use: only what is kept can push something else out. */
    private volatile long time;

    KeptAnswers(long capacity) {
        this.capacity = capacity;
    }

    /** Whether anything is kept at all. */
    boolean isOn() {
        return capacity > 0;
    }

    KeptAnswer find(AnswerKey key) {
        KeptAnswer found = answers.get(key);
        if (found != null) {
            found.use(time);
        }
        return found;
    }

    /** An answer is being made from now on: before anything of it is read. */
    synchronized Making begin() {
        Making making = new Making();
        makings.add(making);
        return making;
    }

    synchronized void end(Making making) {
        makings.remove(making);
    }

    /** Whether a large answer was asked for a short while ago, too. */
    synchronized boolean askedBefore(AnswerKey key) {
        return asked.before(key);
    }

    /** Keeps an answer, unless something of it has changed since it was begun. */
    synchronized boolean keep(Making making, KeptAnswer answer) {
        if (!makings.contains(making) || !making.isRight(answer.madeOf()) || answer.size() > capacity) {
            return false;
        }
        if (answer.size() > LARGE && !asked.before(answer.key())) {
            return false;
        }
        KeptAnswer before = answers.get(answer.key());
        if (before != null) {
            remove(before);
        }
        time++;
        answer.use(time);
        answers.put(answer.key(), answer);
        answer.madeOf().paths().forEach(path -> add(byPath, path, answer));
        answer.madeOf().lists().forEach(list -> add(byList, list, answer));
        size += answer.size();
        if (size > capacity) {
            makeRoom();
        }
        return true;
    }

    synchronized void changed(Set<String> paths, Set<String> lists) {
        makings.forEach(making -> making.changed(paths, lists));
        paths.forEach(path -> removeAll(byPath.get(path)));
        lists.forEach(list -> removeAll(byList.get(list)));
    }

    synchronized void clear() {
        makings.forEach(Making::spoil);
        answers.clear();
        byPath.clear();
        byList.clear();
        size = 0;
    }

    synchronized void remove(KeptAnswer answer) {
        if (!answers.remove(answer.key(), answer)) {
            return;
        }
        answer.madeOf().paths().forEach(path -> take(byPath, path, answer));
        answer.madeOf().lists().forEach(list -> take(byList, list, answer));
        size -= answer.size();
    }

    synchronized long size() {
        return size;
    }

    /** A tenth at a time: looking for the least recently used costs a look at all. */
    private void makeRoom() {
        List<KeptAnswer> leastUsedFirst = answers.values().stream()
                .sorted(Comparator.comparingLong(KeptAnswer::used))
                .toList();
        for (KeptAnswer answer : leastUsedFirst) {
            if (size <= capacity - capacity / 10) {
                return;
            }
            remove(answer);
        }
    }

    private void removeAll(Set<KeptAnswer> some) {
        if (some != null) {
            List.copyOf(some).forEach(this::remove);
        }
    }

    private static void add(Map<String, Set<KeptAnswer>> table, String name, KeptAnswer answer) {
        table.computeIfAbsent(name, any -> new HashSet<>()).add(answer);
    }

    private static void take(Map<String, Set<KeptAnswer>> table, String name, KeptAnswer answer) {
        table.computeIfPresent(name, (any, some) -> some.remove(answer) && some.isEmpty() ? null : some);
    }
}
