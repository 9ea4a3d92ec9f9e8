package de.kreiswerk.proposals.oparl;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The address to look at a file must not say attachment (OParl 1.1, chapter 2.7). What a browser cannot show safely goes out
 * as mere bytes anyway, and those it saves.
 */
final class NeverAttachment extends HttpServletResponseWrapper {

    NeverAttachment(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        boolean disposition = name.equalsIgnoreCase("Content-Disposition");
        super.setHeader(name, disposition ? value.replaceFirst("^attachment", "inline") : value);
    }
}
