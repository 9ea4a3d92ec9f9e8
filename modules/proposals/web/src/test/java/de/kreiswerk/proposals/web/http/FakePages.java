package de.kreiswerk.proposals.web.http;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Keeps what was written, without a frame. */
public final class FakePages implements Pages {

    public Page page;
    public Problem problem;
    public Locale language = Locale.GERMAN;

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Page written) throws IOException {
        page = written;
        response.getOutputStream().write(written.html().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writePersonal(HttpServletRequest request, HttpServletResponse response, Page written)
            throws IOException {
        write(request, response, written);
    }

    @Override
    public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem written) {
        problem = written;
        response.setStatus(written.kind().status());
    }

    @Override
    public Locale language(HttpServletRequest request) {
        return language;
    }

    @Override
    public String baseUrl() {
        return "https://politik.example.de";
    }
}
