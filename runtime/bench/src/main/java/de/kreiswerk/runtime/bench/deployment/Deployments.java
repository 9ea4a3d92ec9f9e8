package de.kreiswerk.runtime.bench.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.runtime.bench.face.RestartedPeer;
import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import de.kreiswerk.runtime.bench.platform.SmallBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One component, deployed by the platform and by the framework's API alone, in the same platform and in turns. */
public final class Deployments {

    private static final int PEER_CONNECTIONS = 16;
    /** On either side, as load has its warm-up: what the first one costs is how cold the virtual machine is. */
    private static final int WARM_UPS = 10;

    private final PlatformProcess platform;
    private final Folders folders;
    private final Deployer deployer;
    private final PlainDeployer plain;
    private final Phases first = new Phases(Phases.FIRST);
    private int number;

    /**
     * A department that may deploy, and somebody who just does.
     *
     * @param platform of a distribution that was {@link #prepare prepared}
     * @param folders where files may lie
     */
    public Deployments(PlatformProcess platform, Folders folders) {
        Operator operator = new Operator(platform);
        this.platform = platform;
        this.folders = folders;
        this.deployer = new Deployer(operator);
        this.plain = new PlainDeployer(operator);
    }

    /**
     * Puts the bundle that deploys by the framework's API among those of a distribution.
     *
     * @param home a copy of the distribution
     */
    public static void prepare(Path home) {
        SmallBundle.write(home.resolve("bundles").resolve("plain.jar"), "plain", "PlainActivator", "PlainServlet");
    }

    /**
     * What took the platform and what the plain thing.
     *
     * @param ours the platform, in milliseconds
     * @param plain the framework's API
     */
    public record Pair(double ours, double plain) {}

    /**
     * The same exchange on either side.
     *
     * @param ours a switch of the platform
     * @param plain install, stop, start
     */
    public record Exchanges(Exchange ours, Exchange plain) {}

    /**
     * Switches again and again while people read. The component is gone afterwards.
     *
     * @param switches how many switches
     * @param quietMillis for how long it is read before
     * @return what came of it
     */
    public Citizens.Result switches(int switches, long quietMillis) {
        Citizens.Result result = new Citizens(platform, deployer, folders).run(switches, quietMillis);
        deployer.remove();
        return result;
    }

    /**
     * From the upload of a version of 100 kB to its first answer; each time it comes to where nothing of it was.
     *
     * @param rounds how often, after {@link #WARM_UPS} that do not count
     * @return milliseconds, round by round
     */
    public List<Pair> uploads(int rounds) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = -WARM_UPS; i < rounds; i++) {
            Archive archive = next();
            long begin = System.nanoTime();
            String uploaded = deployer.upload(archive);
            double upload = (System.nanoTime() - begin) / 1e6;
            JsonNode begun = deployer.begin(uploaded);
            double ours = untilServed(begin);
            JsonNode ended = deployer.ended(begun);
            deployer.remove();
            double bare = plainly(archive);
            if (i >= 0) {
                first.note("UPLOAD", upload);
                first.note(ended);
                pairs.add(new Pair(ours, bare));
            }
        }
        return pairs;
    }

    /**
     * What that was made of.
     *
     * @return medians in words
     */
    public String firstPhases() {
        return first.toString();
    }

    /**
     * A plan of a version of 100 kB beside its plain installation, in a framework with many bundles.
     *
     * @param rounds how often, after {@link #WARM_UPS} that do not count
     * @param bundles how many there are to be
     * @return milliseconds, round by round
     */
    public List<Pair> plans(int rounds, int bundles) {
        plain.fill(bundles);
        List<Pair> pairs = new ArrayList<>();
        Archive archive = next();
        String uploaded = deployer.upload(archive);
        for (int i = -WARM_UPS; i < rounds; i++) {
            long begin = System.nanoTime();
            deployer.plan(uploaded);
            double ours = (System.nanoTime() - begin) / 1e6;
            double bare = plainly(archive);
            if (i >= 0) {
                pairs.add(new Pair(ours, bare));
            }
        }
        return pairs;
    }

    /**
     * Exchanges the component under the same load on either side.
     *
     * @param millis how long the load takes
     * @param times how often it is exchanged meanwhile
     * @return what citizens noticed
     */
    public Exchanges exchanges(long millis, int times) {
        Archive[] archives = {next(), next()};
        Wrk wrk = new Wrk(folders.fresh("wrk-exchange"), List.of(Deployer.PAGE));
        String[] uploaded = {deployer.upload(archives[0]), deployer.upload(archives[1])};
        deployer.switchTo(uploaded[1]);
        Exchange ours = Exchange.of(
                wrk, platform.url(), Deployer.PAGE, millis, times, done -> deployer.switchTo(uploaded[done % 2]));
        deployer.remove();
        plain.install(archives[1]);
        Exchange bare =
                Exchange.of(wrk, platform.url(), Deployer.PAGE, millis, times, done -> plain.swap(archives[done % 2]));
        plain.remove();
        return new Exchanges(ours, bare);
    }

    /**
     * Restarts the peer under the same load.
     *
     * @param peer runs
     * @param folders where files may lie
     * @param millis how long the load takes
     * @return what citizens noticed
     */
    public static Exchange restart(RestartedPeer peer, Folders folders, long millis) {
        Wrk wrk = new Wrk(folders.fresh("wrk-peer"), List.of(RestartedPeer.PAGE));
        wrk.count(peer.url(), PEER_CONNECTIONS, 1_000);
        return Exchange.of(wrk, peer.url(), RestartedPeer.PAGE, millis, 1, done -> peer.restart());
    }

    private Archive next() {
        return deployer.large("2.0." + number++);
    }

    private double plainly(Archive archive) {
        long begin = System.nanoTime();
        plain.install(archive);
        double millis = untilServed(begin);
        plain.remove();
        return millis;
    }

    /** Milliseconds until the page has answered. */
    private double untilServed(long begin) {
        while (!isServed()) {
            ServerProcess.pause(1);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private boolean isServed() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(platform.url() + Deployer.PAGE).toURL().openConnection();
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                connection.disconnect();
                return false;
            }
            connection.getInputStream().readAllBytes();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
