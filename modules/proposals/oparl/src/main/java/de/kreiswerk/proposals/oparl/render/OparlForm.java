package de.kreiswerk.proposals.oparl.render;

import de.kreiswerk.core.api.publication.PublicForm;
import de.kreiswerk.core.api.publication.PublicObject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.osgi.service.component.annotations.Component;

/**
 * Objects as OParl shows them in lists, kept beside their content: whoever reads all papers of a county reads bytes. In the
 * place of the platform's address stands a mark.
 */
@Component
public final class OparlForm implements PublicForm {

    /**
     * Stands for the platform's address meanwhile. DEL, which hardly any text has and JSON writes as it is: a single byte is found
     * much faster than several.
     */
    private static final char MARK = '\u007F';
    /** To be counted up with every change of what {@link ObjectWriter} and the members write. */
    private static final String NAME = "oparl-1.1/2";

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EIGHT_ONES = 0x0101010101010101L;
    private static final long EIGHT_HIGHEST_BITS = EIGHT_ONES << 7;
    private static final long EIGHT_MARKS = EIGHT_ONES * MARK;

    private final OparlJson json = new OparlJson();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] of(PublicObject object) {
        boolean marked = object.content() != null && object.content().indexOf(MARK) >= 0;
        return marked || OparlType.find(object.path()).isEmpty()
                ? null
                : json.object(object, new Urls(String.valueOf(MARK)));
    }

    /** How many bytes an object has with the platform's address in the place of the marks. */
    static int length(byte[] formed, byte[] base) {
        int length = formed.length;
        for (int mark = mark(formed, 0); mark < formed.length; mark = mark(formed, mark + 1)) {
            length += base.length - 1;
        }
        return length;
    }

    /** Writes an object with the platform's address in the place of the marks. */
    static void write(byte[] formed, byte[] base, ByteBuffer out) {
        int from = 0;
        for (int mark = mark(formed, 0); mark < formed.length; mark = mark(formed, from)) {
            out.put(formed, from, mark - from).put(base);
            from = mark + 1;
        }
        out.put(formed, from, formed.length - from);
    }

    /** Where the next mark is; the length when there is none. Looks at eight bytes at a time: lists have megabytes. */
    private static int mark(byte[] formed, int from) {
        int at = from;
        for (; at <= formed.length - Long.BYTES; at += Long.BYTES) {
            long others = (long) EIGHT.get(formed, at) ^ EIGHT_MARKS;
            // Only a byte that is 0 borrows into its highest bit without having had it; what lies above such a byte may
            // seem so, too.
            long zeros = (others - EIGHT_ONES) & ~others & EIGHT_HIGHEST_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        while (at < formed.length && formed[at] != MARK) {
            at++;
        }
        return at;
    }
}
