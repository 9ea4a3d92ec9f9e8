package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient;
import de.kreiswerk.runtime.testing.AtOnce;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is told that something is published, withdrawn or changed sees it with his next look, wherever he looks. */
class VisibleAtOnceTest {

    private static final int READERS = 3;
    private static final int WRITERS = 2;
    private static final int ROUNDS = Boolean.getBoolean("kreiswerk.full") ? 100 : 8;

    @OnEachDatabase
    void publishedWithdrawnAndPublishedAgain(@WithCouncil Platform platform) {
        Places places = new Places(platform);
        for (int round = 0; round < 3; round++) {
            backAndForth(platform, places);
        }
    }

    @OnEachDatabase
    void allTheSameWhileOthersReadAndWrite(@WithCouncil Platform platform) {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "takes long on two cores: only with -Pfull");
        Places places = new Places(platform);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Integer> counts = AtOnce.run(WRITERS + READERS, number -> {
            if (number >= WRITERS) {
                return read(platform, places, writing);
            }
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    backAndForth(platform, places);
                }
            } finally {
                writing.decrementAndGet();
            }
            return 0;
        });

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    @OnEachDatabase
    void meetingIsShownMovedCancelledAndTakenBackAtOnce(@WithCouncil Platform platform) {
        Sitting sitting =
                Sitting.on(platform, "Sofort" + platform.freshReference().replace("/", "X"));
        Client stranger = platform.stranger();
        OParlClient oparl = new OParlClient(platform);
        String url = oparl.root() + "/meeting/" + sitting.meeting();
        String page = path(platform, oparl.json(url).path("web").asText());
        assertThat(stranger.get(page).is(200).text()).contains("Beratung " + sitting.name());
        assertThat(stranger.get(page + ".ics").is(200).text())
                .contains("BEGIN:VEVENT")
                .doesNotContain("CANCELLED");
        Object[] entry = Sitting.meeting(sitting.committee(), sitting.name() + " neu", Sitting.START);
        Object[] cancelled = java.util.Arrays.copyOf(entry, entry.length + 2);
        cancelled[entry.length] = "cancelled";
        cancelled[entry.length + 1] = true;
        platform.council().change("meetings", sitting.meeting(), cancelled).is(200);

        assertThat(stranger.get(page).is(200).text())
                .contains(sitting.name() + " neu")
                .containsIgnoringCase("abgesagt");
        assertThat(stranger.get(page + ".ics").is(200).text()).contains("STATUS:CANCELLED");
        assertThat(oparl.json(url).path("cancelled").asBoolean()).isTrue();
        platform.council().remove("meetings", sitting.meeting()).is(204);
        assertThat(stranger.get(page).status()).isIn(404, 410);
        assertThat(stranger.get(page + ".ics").status()).isIn(404, 410);
        assertThat(oparl.json(url).path("deleted").asBoolean()).isTrue();
    }

    private static int read(Platform platform, Places places, AtomicInteger writing) {
        Client stranger = platform.stranger();
        int read = 0;
        while (writing.get() > 0) {
            for (String list : places.lists) {
                stranger.get(list).is(200);
                read++;
            }
        }
        return read;
    }

    private static void backAndForth(Platform platform, Places places) {
        String mark = "Sichtbar" + platform.freshReference().replace("/", "X");
        Vorlage text = Vorlage.numbered(platform.freshReference())
                .titled("Vorlage " + mark)
                .goesTo(Places.COMMITTEE, "Entscheidung", "06.05.2031", "Ö");
        Reply imported = platform.papers().importAndPublish(text.text()).is(201);
        String id = imported.field("id");
        String page = URI.create(imported.field("url")).getPath();
        places.show(platform, id, page, mark);
        platform.papers()
                .importText(text.titled("Vorlage " + mark + "neu").text())
                .is(200);
        places.show(platform, id, page, mark + "neu");
        platform.papers().withdraw(id).is(200);
        places.hide(platform, id, page, mark);
        platform.papers().publish(id).is(200);
        places.show(platform, id, page, mark + "neu");
        platform.papers().withdraw(id).is(200);
        places.hide(platform, id, page, mark);
    }

    private static String path(Platform platform, String url) {
        return url.substring(platform.url().toString().length());
    }

    /** Where a paper is to be seen; all of it is looked at before, so that answers are kept. */
    private static final class Places {

        static final String COMMITTEE = "Ausschuss für Sichtbares";

        private final OParlClient oparl;
        private final List<String> lists = new ArrayList<>();

        Places(Platform platform) {
            oparl = new OParlClient(platform);
            lists.add("/vorlagen");
            lists.add("/vorlagen?suche=Sichtbar");
            lists.add("/vorlagen.atom");
            lists.forEach(list -> platform.stranger().get(list).is(200));
        }

        void show(Platform platform, String id, String page, String mark) {
            Client stranger = platform.stranger();
            for (int look = 0; look < 2; look++) {
                assertThat(stranger.get(page).is(200).text()).contains(mark);
                assertThat(oparl.json(oparl.paper(id)).path("name").asText()).endsWith(mark);
                for (String list : lists) {
                    assertThat(stranger.get(list).is(200).text()).as(list).contains("Vorlage " + mark);
                }
                assertThat(listed(id)).isTrue();
            }
        }

        void hide(Platform platform, String id, String page, String mark) {
            Client stranger = platform.stranger();
            for (int look = 0; look < 2; look++) {
                assertThat(stranger.get(page).status()).isEqualTo(410);
                assertThat(oparl.json(oparl.paper(id)).path("deleted").asBoolean())
                        .isTrue();
                for (String list : lists) {
                    assertThat(stranger.get(list).is(200).text()).as(list).doesNotContain(mark);
                }
                assertThat(listed(id)).isFalse();
            }
        }

        private boolean listed(String id) {
            return oparl.list(oparl.listOf("Paper")).containsKey(oparl.paper(id));
        }
    }
}
