package de.kreiswerk.core.web.chain;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.io.EofException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Whoever does not wait for their answer is no fault of anybody here: a browser that goes on to the next page, a download that is
 * broken off. It has to be told inside of the server's dispatcher, which logs whatever a servlet throws as an error with a trace.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
public final class HangUps implements Filter {

    private static final String HUNG_UP = HangUps.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | RuntimeException e) {
            if (!isHangUp(e)) {
                throw e;
            }
            request.setAttribute(HUNG_UP, Boolean.TRUE);
        }
    }

    /** Whether the answer to a request stayed unfinished because nobody waited for it. */
    static boolean isNoted(ServletRequest request) {
        return request.getAttribute(HUNG_UP) != null;
    }

    /** Who writes within a transaction finds the failure wrapped. */
    private static boolean isHangUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException || cause instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }
}
