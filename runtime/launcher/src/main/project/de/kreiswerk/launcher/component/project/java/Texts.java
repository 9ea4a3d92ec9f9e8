package @PACKAGE@;

import de.kreiswerk.core.api.text.Text;

/** Wörter, die an mehreren Stellen stehen. Deutsch zuerst, Englisch für alle, die es brauchen. */
final class Texts {

    static final Text TITLE = new Text("@TITLE@", "@TITLE@");

    private Texts() {}
}
