package de.kreiswerk.runtime.bench.deployment;

import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who asks for the component's page and for a page of another area, while a department switches its component again and again. */
public final class Citizens {

    private static final int CONNECTIONS = 16;
    private static final int ELSEWHERE = 4;
    private static final int AT_LEAST = 10;

    private final PlatformProcess platform;
    private final Deployer deployer;
    private final String[] archives;
    private final Wrk component;
    private final Wrk elsewhere;
    private final Phases held = new Phases(Phases.HELD);

    /** Deploys the component. */
    Citizens(PlatformProcess platform, Deployer deployer, Folders folders) {
        this.platform = platform;
        this.deployer = deployer;
        this.archives = new String[] {deployer.upload("1.0.0"), deployer.upload("1.0.1")};
        this.component = new Wrk(folders.fresh("wrk-component"), List.of(Deployer.PAGE));
        this.elsewhere = new Wrk(folders.fresh("wrk-elsewhere"), List.of("/vorlagen"));
        deployer.switchTo(archives[0]);
    }

    /**
     * What came of a time with switches.
     *
     * @param switches how many there were
     * @param requests how many requests to the component were answered
     * @param failed how many of them otherwise than well
     * @param quietMillis how long 99 of 100 answers of the component took at most without switches
     * @param switchingMillis and with
     * @param elsewhereQuietMillis the same of the other page without
     * @param elsewhereMillis and with
     * @param held what the time was made of for which requests were held, in words
     * @param before what was in the platform before
     * @param after and what was left
     */
    public record Result(
            int switches,
            long requests,
            long failed,
            double quietMillis,
            double switchingMillis,
            double elsewhereQuietMillis,
            double elsewhereMillis,
            String held,
            Remains before,
            Remains after) {}

    /**
     * Reads while nothing is switched, then while it is.
     *
     * @param switches how many switches
     * @param quietMillis for how long it is read before
     * @return what came of it
     */
    Result run(int switches, long quietMillis) {
        Wrk.Count warm = component.count(platform.url(), CONNECTIONS, quietMillis);
        Wrk.Count elsewhereWarm = elsewhere.count(platform.url(), ELSEWHERE, quietMillis);
        CompletableFuture<Wrk.Count> quietElsewhere =
                CompletableFuture.supplyAsync(() -> elsewhere.count(platform.url(), ELSEWHERE, quietMillis));
        Wrk.Count quiet = component.count(platform.url(), CONNECTIONS, quietMillis);
        Wrk.Count quietThere = quietElsewhere.join();
        if (warm.failed() + elsewhereWarm.failed() + quiet.failed() + quietThere.failed() > 0) {
            throw new IllegalStateException("Requests fail although nothing is switched");
        }
        long begin = System.nanoTime();
        for (int i = 1; i <= AT_LEAST; i++) {
            deployer.switchTo(archives[i % 2]);
        }
        long each = (System.nanoTime() - begin) / AT_LEAST;
        Remains before = Remains.calm(platform.server());
        long millis = Math.max(1_000, each * switches / 1_000_000);
        CompletableFuture<Wrk.Count> there =
                CompletableFuture.supplyAsync(() -> elsewhere.count(platform.url(), ELSEWHERE, millis));
        CompletableFuture<Wrk.Count> here =
                CompletableFuture.supplyAsync(() -> component.count(platform.url(), CONNECTIONS, millis));
        int done = 0;
        while (!here.isDone() && done < switches) {
            done++;
            held.note(deployer.switchTo(archives[done % 2]));
        }
        Wrk.Count switching = here.join();
        return new Result(
                done,
                switching.requests(),
                switching.failed(),
                quiet.slowestMillis(),
                switching.slowestMillis(),
                quietThere.slowestMillis(),
                there.join().slowestMillis(),
                held.toString(),
                before,
                before.later(platform.server()));
    }
}
