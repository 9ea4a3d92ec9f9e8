package @PACKAGE@;

/** Macht Text zu HTML. Jeder Text, den jemand eingegeben hat, geht hier hindurch, bevor er auf einer Seite steht. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
