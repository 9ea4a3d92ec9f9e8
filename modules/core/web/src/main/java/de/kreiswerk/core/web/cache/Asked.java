package de.kreiswerk.core.web.cache;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last addresses that were asked for, to tell those which are asked for again. Not for several threads at once. */
final class Asked {

    /** About as many large answers as there is room for: whoever reads a whole list twice asks for nothing soon again. */
    private static final int MOST = 100;

    private final Map<AnswerKey, Boolean> last = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AnswerKey, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Notes an address; whether it was noted already. */
    boolean before(AnswerKey key) {
        return last.put(key, Boolean.TRUE) != null;
    }
}
