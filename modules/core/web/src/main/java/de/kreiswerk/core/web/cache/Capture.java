package de.kreiswerk.core.web.cache;

import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.web.gzip.Gzip;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An answer on its way out that may be kept. */
public final class Capture implements AutoCloseable {

    /** An answer larger than this is made anew each time. */
    private static final int LARGEST = 1024 * 1024;

    private static final Set<String> NOT_OF_THE_ANSWER = Set.of("content-length", "x-request-id", "date");

    private final KeptAnswers answers;
    private final Question question;
    private final Making making;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final CapturingResponse capturing;
    private final Map<String, List<String>> headersBefore;

    /** What was asked, and under which circumstances. */
    record Question(AnswerKey key, Place place, FrameState frame, Object stamp, String base) {}

    Capture(KeptAnswers answers, Question question, HttpServletRequest request, HttpServletResponse response) {
        this.answers = answers;
        this.question = question;
        this.making = answers.begin();
        this.request = request;
        this.response = response;
        this.capturing = new CapturingResponse(request, response, this::holds);
        this.headersBefore = headers(response);
    }

    /**
     * The request for the endpoint.
     *
     * @param limited the request as the chain hands it on
     * @return the request
     */
    public HttpServletRequest request(HttpServletRequest limited) {
        return new UnconditionalRequest(limited);
    }

    /**
     * The response for the endpoint.
     *
     * @return it holds the answer back
     */
    public HttpServletResponse response() {
        return capturing;
    }

    /**
     * The endpoint is done: keeps the answer if it may be kept, and sends it.
     *
     * @throws IOException when the reader went away
     */
    public void finish() throws IOException {
        byte[] body = capturing.captured();
        if (body == null) {
            capturing.release();
            return;
        }
        MadeOf madeOf = (MadeOf) request.getAttribute(MadeOf.ATTRIBUTE);
        List<KeptAnswer.Header> headers = ownHeaders();
        if (response.getStatus() != HttpServletResponse.SC_OK || madeOf == null || !mayBeKept(headers)) {
            capturing.release();
            return;
        }
        KeptAnswer answer = new KeptAnswer(
                question.key(), question.place(), question.stamp(), question.base(), madeOf, headers, body);
        // The frame is asked again: the answer may have been made in the midst of a change of it.
        if (answer.isRight(question.frame().stamp(), question.frame().base(), Long.MIN_VALUE)) {
            answers.keep(making, answer);
        }
        answer.send(request, response);
    }

    /**
     * Whether an answer is held that has so many bytes, or more. A large one need not be held to be sent once, unless it is to be
     * packed or to be given a tag.
     */
    private boolean holds(int bytes) {
        if (bytes <= KeptAnswers.LARGE) {
            return true;
        }
        if (bytes > LARGEST) {
            return false;
        }
        if (response.getHeader("ETag") == null
                || Gzip.isAcceptedBy(request.getHeader("Accept-Encoding"))
                || answers.askedBefore(question.key())) {
            return true;
        }
        // As whoever takes it packed is told, too.
        response.addHeader("Vary", "Accept-Encoding");
        return false;
    }

    @Override
    public void close() {
        answers.end(making);
    }

    /** What the endpoint set, as opposed to what every answer carries. */
    private List<KeptAnswer.Header> ownHeaders() {
        List<KeptAnswer.Header> own = new ArrayList<>();
        headers(response).forEach((name, values) -> {
            if (NOT_OF_THE_ANSWER.contains(name.toLowerCase(Locale.ROOT)) || values.equals(headersBefore.get(name))) {
                return;
            }
            for (int i = 0; i < values.size(); i++) {
                own.add(new KeptAnswer.Header(name, values.get(i), i > 0));
            }
        });
        return own;
    }

    private static boolean mayBeKept(List<KeptAnswer.Header> headers) {
        return headers.stream().allMatch(header -> switch (header.name().toLowerCase(Locale.ROOT)) {
            case "set-cookie", "content-encoding", "content-range" -> false;
            case "vary" -> variesByLanguageAtMost(header.value());
            case "cache-control" -> !header.value().matches("(?i).*\\b(no-store|private)\\b.*");
            default -> true;
        });
    }

    /** The language is part of the key; what else an answer varies by is not. */
    private static boolean variesByLanguageAtMost(String vary) {
        return Arrays.stream(vary.split(","))
                .map(String::strip)
                .allMatch(name -> name.isEmpty() || name.equalsIgnoreCase("Accept-Language"));
    }

    private static Map<String, List<String>> headers(HttpServletResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
        return headers;
    }
}
