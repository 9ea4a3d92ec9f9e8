package de.kreiswerk.runtime.bench.face;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.bench.platform.SmallBundle;
import de.kreiswerk.runtime.bench.platform.ThirdParties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Two databases with the same papers, and what is served from them. */
public final class Stage {

    private static final int ATTACHMENTS = 2;
    private static final int ATTACHMENT_BYTES = 3_000;

    private final Path home;
    private final Folders folders;
    private final int papers;
    private final Sides sides;
    private final Path data;
    private final Database database;
    private final Path peerData;
    private final Database peerDatabase;
    private String body;
    private Copies copies;

    /**
     * Makes empty databases.
     *
     * @param home the distribution
     * @param peer the peer's jar
     * @param folders where everything lies
     * @param server makes the databases
     * @param papers how many papers there will be
     */
    public Stage(Path home, Path peer, Folders folders, Server server, int papers) {
        this.home = home;
        this.folders = folders;
        this.papers = papers;
        this.sides = new Sides(home, peer);
        this.data = folders.fresh("face");
        this.database = server.fresh(data);
        this.peerData = folders.fresh("peer");
        this.peerDatabase = server.fresh(peerData);
    }

    /**
     * Publishes one paper and writes what that left as often as wanted, under other ids, and the same for the peer.
     *
     * @param text the paper's text; its number ends with six zeros
     * @throws SQLException when a database does not take it
     */
    public void fill(String text) throws SQLException {
        JsonNode paper;
        try (PlatformProcess platform =
                PlatformProcess.start(home, data, database.environment(), List.of("--port", "0", "--no-demo"))) {
            platform.awaitReady();
            Publishing publishing = new Publishing(platform.url(), platform.token());
            String id = publishing.publish(text);
            for (int number = 1; number <= ATTACHMENTS; number++) {
                publishing.attach(id, number, "anlage-" + number + ".pdf", bytes(number));
            }
            Web web = new Web();
            paper = web.json(platform.url() + "/oparl/v1/paper/" + id);
            body = lastPart(paper.path("body").asText());
        }
        copies = copies(paper);
        Filling.write(database, PublishedRows.of(database, copies.paper(0)), copies, 1, papers);

        try (Side peer = sides.peer(peerData, peerDatabase)) {
            // Nobody has that paper; an answer says that the tables are there.
            peer.process().awaitAnswer(peer.url() + "/");
        }
        Filling.write(peerDatabase, PeerRows.of(paper), copies, 0, papers);
    }

    private static byte[] bytes(int number) {
        byte[] bytes = new byte[ATTACHMENT_BYTES];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    private static Copies copies(JsonNode paper) {
        List<String> ids = new ArrayList<>();
        ids.add(lastPart(paper.path("id").asText()));
        paper.path("consultation")
                .forEach(one -> ids.add(lastPart(one.path("id").asText())));
        paper.path("auxiliaryFile")
                .forEach(one -> ids.add(lastPart(one.path("id").asText())));
        return new Copies(
                ids,
                paper.path("reference").asText(),
                lastPart(paper.path("web").asText()),
                paper.path("name").asText());
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /**
     * Starts the platform until a paper is there.
     *
     * @return how many seconds after the start of the process
     */
    public double startPlatform() {
        try (Side platform = sides.platform(data, database)) {
            return awaitPaper(platform);
        }
    }

    /**
     * Starts the peer until a paper is there.
     *
     * @return how many seconds after the start of the process
     */
    public double startPeer() {
        try (Side peer = sides.peer(peerData, peerDatabase)) {
            return awaitPaper(peer);
        }
    }

    private double awaitPaper(Side side) {
        return side.process().awaitOk(side.url() + path(papers / 2)).toNanos() / 1e9;
    }

    /**
     * Starts the platform and the peer.
     *
     * @return both
     */
    public Play play() {
        Side platform = sides.platform(data, database);
        double platformStart = awaitPaper(platform);
        Side peer = sides.peer(peerData, peerDatabase);
        return new Play(this, platform, platformStart, peer, awaitPaper(peer));
    }

    /** A plain servlet that knows some answers of the platform by heart. */
    Side bare(Web web, Side platform, List<String> paths) {
        Path bareData = folders.fresh("bare");
        try {
            Path answers = Files.createDirectory(bareData.resolve("bare"));
            Files.write(bareData.resolve("bare.paths"), paths);
            for (int i = 0; i < paths.size(); i++) {
                Files.write(answers.resolve(String.valueOf(i)), web.get(platform.url() + paths.get(i)));
            }
            Path thirdParties = ThirdParties.of(home, folders);
            SmallBundle.write(
                    thirdParties.resolve("bundles").resolve("bare.jar"), "bare", "BareActivator", "BareServlet");
            Side bare = sides.bare(thirdParties, bareData);
            bare.process().awaitOk(bare.url() + paths.get(0));
            return bare;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the whole list, in no order. */
    List<String> somePaths(int ids) {
        Random random = new Random(ids);
        Set<String> some = new LinkedHashSet<>();
        while (some.size() < Math.min(ids, papers)) {
            some.add(path(random.nextInt(papers)));
        }
        return List.copyOf(some);
    }

    String path(int number) {
        return "/oparl/v1/paper/" + copies.paper(number);
    }

    int papers() {
        return papers;
    }

    Path data() {
        return data;
    }

    Path folder(String name) {
        return folders.fresh(name);
    }

    String token() {
        return PlatformProcess.token(data);
    }

    /** The page that begins behind so many papers. */
    String page(int behind) {
        return "/oparl/v1/body/" + body + "/paper" + (behind == 0 ? "" : "?after=" + copies.paper(behind - 1));
    }
}
