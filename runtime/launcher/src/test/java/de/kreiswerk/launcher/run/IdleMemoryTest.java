package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {

    private static final long MEBIBYTE = 1024L * 1024;

    private final FakeMachine machine = new FakeMachine();
    private final IdleMemory memory = IdleMemory.of(machine);

    @Test
    void whatTheStartTookIsGivenBackWhenNobodyWorks() {
        machine.heap = 200 * MEBIBYTE;
        look(Duration.ofSeconds(3));
        look(Duration.ofMillis(50));
        assertThat(machine.collections).as("one quiet moment is no rest").isZero();
        look(Duration.ofMillis(50));
        assertThat(machine.collections).isEqualTo(1);
    }

    @Test
    void whoIsAtWorkIsNotHeldUp() {
        machine.heap = 200 * MEBIBYTE;
        for (int i = 0; i < 50; i++) {
            look(i % 2 == 0 ? Duration.ofMillis(10) : Duration.ofMillis(400));
        }
        assertThat(machine.collections).isZero();
    }

    @Test
    void nothingIsCollectedTwice() {
        machine.heap = 200 * MEBIBYTE;
        machine.live = 80 * MEBIBYTE;
        for (int i = 0; i < 50; i++) {
            // Collecting takes time as well.
            look(Duration.ofMillis(10));
        }
        assertThat(machine.collections).isEqualTo(1);

        machine.heap += 23 * MEBIBYTE;
        look(Duration.ZERO);
        look(Duration.ZERO);
        assertThat(machine.collections).as("too little to be worth it").isEqualTo(1);

        machine.heap += MEBIBYTE;
        look(Duration.ZERO);
        assertThat(machine.collections).isEqualTo(2);
    }

    @Test
    void whatJavaCollectedItselfIsNotMissedLater() {
        machine.heap = 200 * MEBIBYTE;
        machine.live = 150 * MEBIBYTE;
        look(Duration.ZERO);
        look(Duration.ZERO);
        machine.heap = 60 * MEBIBYTE;
        look(Duration.ofSeconds(2));
        machine.heap = 84 * MEBIBYTE;
        look(Duration.ZERO);
        look(Duration.ZERO);
        assertThat(machine.collections).isEqualTo(2);
    }

    private void look(Duration work) {
        machine.cpu += work.toNanos();
        memory.look();
    }

    private static final class FakeMachine implements IdleMemory.Machine {

        private long cpu;
        private long heap;
        private long live;
        private int collections;

        @Override
        public long cpuNanos() {
            return cpu;
        }

        @Override
        public long heapBytes() {
            return heap;
        }

        @Override
        public void collect() {
            collections++;
            cpu += Duration.ofMillis(300).toNanos();
            heap = live;
        }
    }
}
