package de.kreiswerk.audit.log.tree;

import de.kreiswerk.core.api.text.Text;

/** What is stored of the tree does not fit together. Nothing is signed and nothing is proven then. */
public final class DamagedLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /**
     * Says what does not fit.
     *
     * @param german for people, a sentence without its full stop
     * @param english the same, and for the log
     */
    public DamagedLog(String german, String english) {
        super(english);
        this.text = new Text(german, english);
    }

    /**
     * For people.
     *
     * @return what does not fit
     */
    public Text text() {
        return text;
    }
}
