package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads only what changed since last time has in the end what is there. */
class SynchronisationTest {

    private static final List<String> LISTS = List.of("paper", "consultation", "file", "person");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Europe/Berlin"));
    private static final int OBJECTS = 150;

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);
    private final Council council = new Council(publication);
    private final Map<String, JsonNode> copy = new TreeMap<>();
    private Random random;
    private Instant lastTime;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anIncrementalClientHoldsWhatAFullOneReads(long seed) {
        random = new Random(seed);
        council.body("03355000", "https://www.govdata.de/dl-de/by-2-0");
        for (int change = 0; change < 2_000; change++) {
            change();
            if (random.nextInt(40) == 0) {
                synchronise();
            }
        }
        synchronise();

        Map<String, JsonNode> full = new TreeMap<>();
        LISTS.forEach(list -> oparl.all(address(list)).forEach(object -> full.put(id(object), object)));
        assertThat(copy).isEqualTo(full);
        assertThat(full).hasSizeGreaterThan(100);
    }

    /** Time stands still, creeps or jumps: many changes share a second. */
    private void change() {
        publication.now = publication.now.plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(1_300));
        String list = LISTS.get(random.nextInt(LISTS.size()));
        String path = "/" + list + "/" + Council.id(random.nextInt(OBJECTS));
        if (random.nextInt(3) == 0) {
            publication.withdraw(path);
        } else {
            council.one(path, list, null, "{\"name\":\"Fassung " + random.nextInt(5) + "\"}");
        }
    }

    /** The client reads from the second in which it began last time; meanwhile things go on changing. */
    private void synchronise() {
        Instant begin = publication.now;
        for (String list : LISTS) {
            String since = lastTime == null
                    ? ""
                    : "&modified_since=" + URLEncoder.encode(TIME.format(lastTime), StandardCharsets.UTF_8);
            String next = address(list) + "?limit=" + (1 + random.nextInt(30)) + since;
            while (next != null) {
                JsonNode page = oparl.get(next).json();
                page.get("data").forEach(this::take);
                next = page.get("links").path("next").textValue();
                if (next != null && random.nextInt(3) == 0 && publication.now.isBefore(begin.plusSeconds(60))) {
                    change();
                }
            }
        }
        lastTime = begin;
    }

    private void take(JsonNode object) {
        if (object.path("deleted").booleanValue()) {
            copy.remove(id(object));
        } else {
            copy.put(id(object), object);
        }
    }

    private static String id(JsonNode object) {
        return object.get("id").textValue();
    }

    private static String address(String list) {
        return Oparl.ROOT + Council.BODY + "/" + list;
    }
}
