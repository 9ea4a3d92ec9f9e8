package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StatedLimitsTest {

    private static final Duration LONGEST = Duration.ofSeconds(600);

    private final Logger log = (Logger) LoggerFactory.getLogger(StatedLimits.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log.setLevel(Level.WARN);
        log.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(logged);
    }

    @Test
    void whatIsNotStatedIsAsDescribed() {
        Limits limits = StatedLimits.of(stating(Map.of()));

        assertThat(limits.waiting()).isEqualTo(Duration.ofSeconds(22));
        assertThat(limits.kept()).isEqualTo(5);
        assertThat(logged.list).isEmpty();
    }

    @Test
    void whatIsTooSmallOrTooLargeCountsAsTheNearest() {
        Limits limits = StatedLimits.of(
                stating(Map.of("waitSeconds", 0, "drainSeconds", -1, "startSeconds", Integer.MAX_VALUE, "kept", 0)));

        assertThat(limits.waiting()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.drain()).isZero();
        assertThat(limits.start()).isEqualTo(LONGEST);
        assertThat(limits.kept()).isEqualTo(1);
        assertThat(messages()).hasSize(4).anyMatch(line -> line.startsWith("startSeconds is 2147483647, but must"));
    }

    /** As Declarative Services says it: without its engine no component would run. */
    @Test
    void whatIsNoNumberCountsAsNotStated() {
        Limits limits = StatedLimits.of(stating(Map.of("healthSeconds", "ten")));

        assertThat(limits.health()).isEqualTo(Duration.ofSeconds(10));
        assertThat(messages()).singleElement().asString().contains("healthSeconds cannot be read");
    }

    @Test
    void whoWaitsLongerThanTheGateHoldsIsTold() {
        long gate = new TestGate().longestWait().toSeconds();
        StatedLimits.warnWhenTheGateIsTooQuick(
                StatedLimits.of(stating(Map.of("waitSeconds", (int) gate - 1))), new TestGate());
        assertThat(messages()).isEmpty();

        StatedLimits.warnWhenTheGateIsTooQuick(
                StatedLimits.of(stating(Map.of("waitSeconds", (int) gate))), new TestGate());
        assertThat(messages()).singleElement().asString().contains("longestWaitSeconds", "503");
    }

    private List<String> messages() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Engine.Config stating(Map<String, Object> stated) {
        return (Engine.Config) Proxy.newProxyInstance(
                Engine.Config.class.getClassLoader(),
                new Class<?>[] {Engine.Config.class},
                (proxy, method, arguments) -> {
                    Object value = stated.getOrDefault(method.getName(), method.getDefaultValue());
                    if (value instanceof String) {
                        throw new IllegalArgumentException("no number");
                    }
                    return value;
                });
    }
}
