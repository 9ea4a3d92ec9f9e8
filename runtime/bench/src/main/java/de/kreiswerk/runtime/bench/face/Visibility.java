package de.kreiswerk.runtime.bench.face;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Publishes, and looks for what was published. */
public final class Visibility {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Web web;
    private final Side platform;
    private final Publishing publishing;
    private int firstLooks;

    Visibility(Web web, Side platform, String token) {
        this.web = web;
        this.platform = platform;
        this.publishing = new Publishing(platform.url(), token);
    }

    /**
     * Publishes a paper.
     *
     * @param text its text
     * @param words what the public answer shows only then
     * @return how many milliseconds from sending it until anybody could read it
     */
    public double publish(String text, String words) {
        long begin = System.nanoTime();
        String paper = publishing.publish(text);
        HttpRequest.Builder look = HttpRequest.newBuilder(URI.create(platform.url() + "/oparl/v1/paper/" + paper));
        int looks = 1;
        while (!shows(web.send(look), words)) {
            looks++;
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("Paper " + paper + " was published and is not to be seen");
            }
        }
        if (looks == 1) {
            firstLooks++;
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static boolean shows(HttpResponse<byte[]> answer, String words) {
        return answer.statusCode() == 200 && new String(answer.body(), StandardCharsets.UTF_8).contains(words);
    }

    /**
     * How often the first look after the acknowledgement showed it.
     *
     * @return a number of publications
     */
    public int firstLooks() {
        return firstLooks;
    }
}
