package de.kreiswerk.runtime.bench.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** The servers that are compared, running. */
public final class Play implements AutoCloseable {

    private final Stage stage;
    private final Side platform;
    private final double platformStart;
    private final Side peer;
    private final double peerStart;
    private final Web web = new Web();
    private final PlainClient client = new PlainClient();

    Play(Stage stage, Side platform, double platformStart, Side peer, double peerStart) {
        this.stage = stage;
        this.platform = platform;
        this.platformStart = platformStart;
        this.peer = peer;
        this.peerStart = peerStart;
    }

    /**
     * The platform.
     *
     * @return running
     */
    public Side platform() {
        return platform;
    }

    /**
     * The peer.
     *
     * @return running
     */
    public Side peer() {
        return peer;
    }

    /**
     * How long the platform took until a paper was there.
     *
     * @return seconds after the start of the process
     */
    public double platformStart() {
        return platformStart;
    }

    /**
     * How long the peer took until a paper was there.
     *
     * @return seconds after the start of the process
     */
    public double peerStart() {
        return peerStart;
    }

    /**
     * Papers by id, of the whole list and in no order.
     *
     * @param ids how many different ones
     * @return the load
     */
    public Load papers(int ids) {
        return load(stage.somePaths(ids));
    }

    /**
     * One page of the list of papers.
     *
     * @param behind how many papers come before it
     * @return the load
     */
    public Load page(int behind) {
        return load(List.of(stage.page(behind)));
    }

    /** An answer has no fewer bytes than the first one, but for a few: ids and numbers are of different lengths. */
    private Load load(List<String> paths) {
        long bytes = web.get(platform.url() + paths.get(0)).length;
        return new Load(new Wrk(stage.folder("wrk"), paths), bytes * 9 / 10);
    }

    /**
     * Starts a plain servlet that knows the platform's answers by heart.
     *
     * @param ids how many papers
     * @return running
     */
    public Side bare(int ids) {
        return stage.bare(web, platform, stage.somePaths(ids));
    }

    /** Fails unless both say the same of some papers and pages, but for the address at which they say it. */
    public void mustSayTheSame() {
        for (String path : stage.somePaths(10)) {
            mustBeTheSame(path, normal(platform, path), normal(peer, path));
        }
        for (int behind : List.of(0, stage.papers() / 2)) {
            // Lists differ in how they write the addresses of their own pages.
            String path = stage.page(behind);
            mustBeTheSame(
                    path,
                    normal(platform, path).path("data"),
                    normal(peer, path).path("data"));
        }
    }

    private void mustBeTheSame(String path, JsonNode one, JsonNode other) {
        if (!one.equals(other)) {
            try {
                Files.writeString(stage.data().resolve("platform.json"), one.toPrettyString());
                Files.writeString(stage.data().resolve("peer.json"), other.toPrettyString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new IllegalStateException("The peer does not answer " + path
                    + " with the same; see platform.json and peer.json in " + stage.data());
        }
    }

    private JsonNode normal(Side side, String path) {
        String text = new String(web.get(side.url() + path), StandardCharsets.UTF_8);
        return web.json(text.replace(side.url(), "http://localhost").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the whole list of papers.
     *
     * @param side whose
     * @return what it took
     */
    public Crawl crawl(Side side) {
        Crawl crawl = Crawl.of(client, side.url() + stage.page(0));
        if (crawl.papers() != stage.papers()) {
            throw new IllegalStateException(
                    crawl.papers() + " of " + stage.papers() + " papers are listed at " + side.url());
        }
        return crawl;
    }

    /**
     * Publishes over REST, each paper first as a new one and then with a changed text, and looks for it.
     *
     * @return ready to publish
     */
    public Visibility visibility() {
        return new Visibility(web, platform, stage.token());
    }

    @Override
    public void close() {
        peer.close();
        platform.close();
    }
}
