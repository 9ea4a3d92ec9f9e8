package de.kreiswerk.runtime.bench.identity;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.face.Web;
import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A platform with the demo council and somebody who is signed in, and who reads it. */
public final class Readers implements AutoCloseable {

    /** As many connections as read at once, and as few as leave the platform time for others. */
    private static final int MANY = 16;

    private static final int FEW = 2;
    private static final int FIRST = 20;
    private static final long SMALLEST = 200;

    private final PlatformProcess platform;
    private final Web web;
    private final String address;
    private final Wrk page;
    private final Wrk paper;
    private final List<String> asSession;
    private final List<String> asMachine;

    private Readers(PlatformProcess platform, Web web, String address, Wrk page, Wrk paper, String session) {
        this.platform = platform;
        this.web = web;
        this.address = address;
        this.page = page;
        this.paper = paper;
        this.asSession = List.of("Cookie: kreiswerk-session=" + session);
        this.asMachine = List.of("Authorization: Bearer " + platform.token());
    }

    /**
     * Starts the platform.
     *
     * @param home the distribution
     * @param folders where data goes
     * @param data its data directory
     * @param database its database
     * @return the readers
     * @throws SQLException when the session cannot be written
     */
    public static Readers begin(Path home, Folders folders, Path data, Database database) throws SQLException {
        try (PlatformProcess first = start(home, data, database)) {
            first.awaitReady();
        }
        String session = People.signedIn(database, "author");
        String paper;
        String slug;
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id, slug from paper where state = 'PUBLISHED' order by id fetch first 1 rows only");
                ResultSet row = select.executeQuery()) {
            row.next();
            paper = row.getString(1);
            slug = row.getString(2);
        }
        PlatformProcess platform = start(home, data, database);
        platform.awaitReady();
        // The first answers of a platform take long, and many who wait for them longer.
        Web web = new Web();
        for (int i = 0; i < FIRST; i++) {
            web.get(platform.url() + "/vorlagen/" + slug);
        }
        String address = "/api/proposals/v1/papers/" + paper;
        return new Readers(
                platform,
                web,
                address,
                new Wrk(folders.fresh("wrk-page"), List.of("/vorlagen/" + slug)),
                new Wrk(folders.fresh("wrk-paper"), List.of(address)),
                session);
    }

    private static PlatformProcess start(Path home, Path data, Database database) {
        return PlatformProcess.start(home, data, database.environment(), List.of("--port", "0"));
    }

    /**
     * Reads a public page.
     *
     * @param signedIn whether with a session
     * @param millis for how long
     * @return answers a second
     */
    public double pages(boolean signedIn, long millis) {
        return page.load(platform.url(), MANY, signedIn ? asSession : List.of(), millis, SMALLEST)
                .rate();
    }

    /**
     * Reads a paper over REST.
     *
     * @param signedIn whether with a session, or with the operator's token, which is looked up by its hash and nothing else
     * @param millis for how long
     * @return answers a second
     */
    public double papers(boolean signedIn, long millis) {
        return paper.load(platform.url(), MANY, signedIn ? asSession : asMachine, millis, SMALLEST)
                .rate();
    }

    /**
     * Reads the same paper over REST while it is public, or while it is not, so that who reads it is recorded.
     *
     * @param recorded whether it is not public
     * @param millis for how long
     * @return answers a second
     */
    public double papersThatAre(boolean recorded, long millis) {
        web.post(platform.url() + address + (recorded ? "/withdraw" : "/publish"), platform.token());
        return papers(false, millis);
    }

    /**
     * Reads a public page with few connections.
     *
     * @param millis for how long
     * @return how many milliseconds 99 of 100 answers took at most
     */
    public double slowestPages(long millis) {
        return page.load(platform.url(), FEW, List.of(), millis, SMALLEST).slowestMillis();
    }

    /**
     * Reads a public page while many sign in at once.
     *
     * @param signIns how many
     * @param millis for how long
     * @return how many milliseconds 99 of 100 answers took at most
     */
    public double slowestPagesWhile(int signIns, long millis) {
        try (SignIns people = new SignIns(platform.url(), signIns)) {
            double slowest = slowestPages(millis);
            if (!people.isGoingOn()) {
                throw new IllegalStateException("All had signed in before the reading ended: more must sign in");
            }
            people.awaitAll();
            return slowest;
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
