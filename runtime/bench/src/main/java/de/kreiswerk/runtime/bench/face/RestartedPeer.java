package de.kreiswerk.runtime.bench.face;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.platform.Folders;
import java.nio.file.Path;
import java.util.UUID;

/** The peer without any papers. Another version of it comes as it must: it is stopped, and started again at the same address. */
public final class RestartedPeer implements AutoCloseable {

    /** A list, which is empty. */
    public static final String PAGE = "/oparl/v1/body/" + new UUID(0, 1) + "/paper";

    private final Sides sides;
    private final Path data;
    private final Database database;
    private Side side;

    /**
     * Starts it.
     *
     * @param home the distribution beside it
     * @param peer its jar
     * @param folders where everything lies
     * @param server makes its database
     */
    public RestartedPeer(Path home, Path peer, Folders folders, Server server) {
        this.sides = new Sides(home, peer);
        this.data = folders.fresh("restarted");
        this.database = server.fresh(data);
        this.side = sides.peer(data, database);
        side.process().awaitOk(side.url() + PAGE);
    }

    /**
     * Its address.
     *
     * @return without a slash at the end
     */
    public String url() {
        return side.url();
    }

    /** Stops it and starts it again; returns when it answers. */
    public void restart() {
        side.close();
        side = sides.peer(data, database, side.url());
        side.process().awaitOk(side.url() + PAGE);
    }

    @Override
    public void close() {
        side.close();
    }
}
