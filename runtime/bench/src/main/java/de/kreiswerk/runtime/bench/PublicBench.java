package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.Comparison.Round;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.face.Crawl;
import de.kreiswerk.runtime.bench.face.Load;
import de.kreiswerk.runtime.bench.face.Play;
import de.kreiswerk.runtime.bench.face.Side;
import de.kreiswerk.runtime.bench.face.Stage;
import de.kreiswerk.runtime.bench.face.Visibility;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What the public sees, beside a server on Spring Boot that says the same from a database of the same kind. */
final class PublicBench {

    private static final double AS_FAST = 3;

    private final Plan.Face plan;
    private final Path home;
    private final Path peer;
    private final Folders folders;
    private final Consumer<String> progress;
    private final List<Line> lines = new ArrayList<>();
    private String where;

    PublicBench(Plan.Face plan, Path home, Path peer, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.peer = peer;
        this.folders = folders;
        this.progress = progress;
    }

    List<Line> run(Server server) throws SQLException {
        where = server.name();
        Stage stage = new Stage(home, peer, folders, server, plan.papers());
        progress.accept("filling both databases with " + plan.papers() + " papers");
        stage.fill(Vorlagen.text(0));
        List<Round> starts = new ArrayList<>();
        for (int i = 1; i < plan.starts(); i++) {
            starts.add(new Round(stage.startPlatform(), stage.startPeer()));
        }
        try (Play play = stage.play()) {
            starts.add(new Round(play.platformStart(), play.peerStart()));
            add("Cold start to the first paper", "s", 0.6, false, starts);
            memory(play, "Memory after a start, idle");
            play.mustSayTheSame();
            papers(play);
            pages(play);
            crawls(play);
            memory(play, "Memory after all that load, idle again");
            visibility(play);
        }
        return lines;
    }

    private void memory(Play play, String what) {
        ServerProcess.pause(plan.idleMillis());
        add(
                what,
                "MiB",
                0.9,
                false,
                List.of(new Round(
                        play.platform().process().residentMebibytes(),
                        play.peer().process().residentMebibytes())));
    }

    private void papers(Play play) {
        Load load = play.papers(plan.ids());
        List<Round> besidePeer = new ArrayList<>();
        List<Round> besideBare = new ArrayList<>();
        try (Side bare = play.bare(plan.ids())) {
            for (Side side : List.of(play.platform(), play.peer(), bare)) {
                warmUp(side, load);
            }
            for (int i = 0; i < plan.rounds(); i++) {
                double plain = bare.rate(load, plan.millis());
                double ours = play.platform().rate(load, plan.millis());
                besideBare.add(new Round(ours, plain));
                besidePeer.add(new Round(ours, play.peer().rate(load, plan.millis())));
            }
        }
        String what = "Papers by id, beside ";
        Either either = new Either(
                new Comparison(what + "the peer", where, "/s", AS_FAST, true, besidePeer),
                new Comparison(what + "a plain servlet with the same bytes", where, "/s", 0.8, true, besideBare));
        add(either);
    }

    private void pages(Play play) {
        Load first = play.page(0);
        Load deep = play.page(plan.papers() / 10 * 9);
        for (Side side : List.of(play.platform(), play.peer())) {
            warmUp(side, first);
            warmUp(side, deep);
        }
        List<Round> firsts = new ArrayList<>();
        List<Round> deeps = new ArrayList<>();
        List<Round> places = new ArrayList<>();
        for (int i = 0; i < plan.rounds(); i++) {
            Round atFirst = round(play, side -> side.rate(first, plan.millis()));
            Round deepDown = round(play, side -> side.rate(deep, plan.millis()));
            firsts.add(atFirst);
            deeps.add(deepDown);
            places.add(new Round(deepDown.ours(), atFirst.ours()));
        }
        add("First page of the list, 100 papers", "/s", AS_FAST, true, firsts);
        add("A page deep in the list, 100 papers", "/s", AS_FAST, true, deeps);
        add(new Same("A page deep in the list, beside the first one", where, "/s", 0.2, places));
    }

    private void crawls(Play play) {
        for (Side side : List.of(play.platform(), play.peer())) {
            // As long as with any other load, and all of it: a part left the compilers busy with the first pages that
            // count.
            long begun = System.nanoTime();
            do {
                play.crawl(side);
            } while (System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(warmUpMillis()));
        }
        List<Round> rounds = new ArrayList<>();
        List<Round> places = new ArrayList<>();
        for (int i = 0; i < plan.crawls(); i++) {
            Crawl ours = play.crawl(play.platform());
            Crawl peers = play.crawl(play.peer());
            rounds.add(new Round(plan.papers() / ours.seconds(), plan.papers() / peers.seconds()));
            places.add(new Round(ours.deepMillis(), ours.firstMillis()));
        }
        add("All papers, page after page", "papers/s", AS_FAST, true, rounds);
        add(new Same("A page that nobody asked for before: the last tenth beside the first", where, "ms", 0.2, places));
    }

    private void visibility(Play play) {
        publish(play.visibility(), plan.papers(), plan.publications());
        Visibility visibility = play.visibility();
        List<Double> millis = publish(visibility, plan.papers() + plan.publications(), plan.publications());
        millis.sort(null);
        add(new Limit(
                "From publishing over REST to the public answer, 99 of 100",
                where,
                "ms",
                50,
                millis.get((int) Math.ceil(millis.size() * 0.99) - 1),
                String.format(
                        Locale.ROOT,
                        "median %.1f ms; %d of %d at the first look",
                        Comparison.median(millis),
                        visibility.firstLooks(),
                        millis.size())));
    }

    /** Each paper first as a new one and then with a changed text. */
    private static List<Double> publish(Visibility visibility, int first, int publications) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < publications; i++) {
            String text = Vorlagen.text(first + i);
            String words = "stellt die Mittel bereit";
            millis.add(visibility.publish(text, words));
            String changed = words + ", Fassung " + i;
            millis.add(visibility.publish(text.replace(words, changed), changed));
        }
        return millis;
    }

    private void warmUp(Side side, Load load) {
        side.rate(load, warmUpMillis());
    }

    private long warmUpMillis() {
        return plan.millis() * 2;
    }

    private static Round round(Play play, ToDoubleFunction<Side> figure) {
        return new Round(figure.applyAsDouble(play.platform()), figure.applyAsDouble(play.peer()));
    }

    private void add(String what, String unit, double target, boolean atLeast, List<Round> rounds) {
        add(new Comparison(what + ", beside the peer", where, unit, target, atLeast, rounds));
    }

    private void add(Line line) {
        lines.add(line);
        line.rows().forEach(progress);
    }
}
