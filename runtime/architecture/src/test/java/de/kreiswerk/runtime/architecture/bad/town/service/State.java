package de.kreiswerk.runtime.architecture.bad.town.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** State that outlives everything, and some that is none. */
public final class State {

    static final List<String> HIDDEN = new ArrayList<>();
    static final Set<String> KEYS = ConcurrentHashMap.newKeySet();
    static final ThreadLocal<String> THREAD = ThreadLocal.withInitial(() -> "");
    static final AtomicLong COUNTER = new AtomicLong();
    static final String[] OPEN = {"a"};
    static int number;

    static final Set<String> GOOD_SET = Set.of("a");
    static final Map<String, String> GOOD_MAP = Map.of("a", "b");
    static final Pattern GOOD_PATTERN = Pattern.compile("a");
    private static final String[] GOOD_ARRAY = {"a"};

    private State() {}

    static String first() {
        return GOOD_ARRAY[0];
    }
}
