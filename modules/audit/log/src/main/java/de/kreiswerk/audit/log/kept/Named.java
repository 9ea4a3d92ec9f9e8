package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.text.Text;
import java.util.List;

/** Names what was found: whoever writes thousands of rows shall not fill the console. */
public final class Named {

    private static final int MOST = 5;

    private Named() {}

    /** The first ids, and how many more there are. */
    public static Text of(List<String> ids) {
        String first = String.join(", ", ids.subList(0, Math.min(MOST, ids.size())));
        int more = ids.size() - MOST;
        return more <= 0
                ? Text.same(first)
                : new Text(first + " und " + more + " weitere", first + " and " + more + " more");
    }
}
