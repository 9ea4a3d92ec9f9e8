package de.kreiswerk.proposals.oparl.render;

import de.kreiswerk.core.api.publication.PublicForm;
import de.kreiswerk.core.api.publication.PublicObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
                : json.object(object, new Urls(String.valueOf(MARK))).toByteArray();
    }

    /** Writes an object with the platform's address in the place of the marks. */
    static void write(byte[] formed, byte[] base, ByteArrayOutputStream out) {
        // Java looks for a character much faster than a loop does for a byte; in this encoding a character is a byte.
        String bytes = new String(formed, StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int mark = bytes.indexOf(MARK); mark >= 0; mark = bytes.indexOf(MARK, from)) {
            out.write(formed, from, mark - from);
            out.write(base, 0, base.length);
            from = mark + 1;
        }
        out.write(formed, from, formed.length - from);
    }
}
