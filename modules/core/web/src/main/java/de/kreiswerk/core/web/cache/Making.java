package de.kreiswerk.core.web.cache;

import de.kreiswerk.core.api.web.MadeOf;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** An answer that is being made, and what has changed since that began. Guarded by the lock of {@link KeptAnswers}. */
final class Making {

    /** Whoever misses more than this while one answer is made need not keep it. */
    private static final int NOTED = 10_000;

    private final Set<String> paths = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private boolean spoiled;

    void changed(Set<String> changedPaths, Set<String> changedLists) {
        if (spoiled || paths.size() + lists.size() + changedPaths.size() + changedLists.size() > NOTED) {
            spoil();
            return;
        }
        paths.addAll(changedPaths);
        lists.addAll(changedLists);
    }

    void spoil() {
        spoiled = true;
        paths.clear();
        lists.clear();
    }

    boolean isRight(MadeOf madeOf) {
        return !spoiled && Collections.disjoint(paths, madeOf.paths()) && Collections.disjoint(lists, madeOf.lists());
    }
}
