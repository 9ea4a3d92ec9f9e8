package de.kreiswerk.core.persistence.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.BlobStore.Blob;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseBlobStoreTest {

    private static final int PIECE = 256 * 1024;
    private static final long PLENTY = 100L * 1024 * 1024;
    private static final String UNKNOWN = "0".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "H2, 0",
        "H2, 1",
        "H2, 262143",
        "H2, 262144",
        "H2, 262145",
        "H2, 786432",
        "H2, 1000000",
        "POSTGRESQL, 0",
        "POSTGRESQL, 262144",
        "POSTGRESQL, 262145",
        "POSTGRESQL, 1000000"
    })
    void bytesComeOutAsTheyWentInAcrossTheBordersOfPieces(Engine engine, int size) throws Exception {
        byte[] bytes = bytes(size);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);

            Blob stored = blobs.store(new ByteArrayInputStream(bytes), PLENTY);

            assertThat(stored).isEqualTo(new Blob(sha256(bytes), size));
            assertThat(blobs.find(stored.sha256())).contains(stored);
            assertThat(copy(blobs, stored.sha256(), 0, size)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameBytesAreKeptOnce(Engine engine) throws Exception {
        byte[] bytes = bytes(PIECE + 1);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);

            Blob first = blobs.store(new ByteArrayInputStream(bytes), PLENTY);
            Blob second = blobs.store(new ByteArrayInputStream(bytes), PLENTY);

            assertThat(second).isEqualTo(first);
            assertThat(platform.count("core_blob")).isOne();
            assertThat(platform.count("core_blob_piece")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameBytesFromSeveralAtOnceAreKeptOnce(Engine engine) throws Exception {
        byte[] bytes = bytes(2 * PIECE);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            CyclicBarrier start = new CyclicBarrier(4);
            List<CompletableFuture<Blob>> stores = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                // Each on its own thread: the common pool has as many as there are cores, and all four wait for each
                // other.
                stores.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await(30, TimeUnit.SECONDS);
                                return blobs.store(new ByteArrayInputStream(bytes), PLENTY);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> new Thread(task).start()));
            }
            for (CompletableFuture<Blob> store : stores) {
                assertThat(store.get(30, TimeUnit.SECONDS).sha256()).isEqualTo(sha256(bytes));
            }

            assertThat(platform.count("core_blob")).isOne();
            assertThat(platform.count("core_blob_piece")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void moreThanTheLimitIsRefusedAndNothingIsKept(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            int limit = 2 * 1024 * 1024;

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> blobs.store(new ByteArrayInputStream(bytes(limit + 1)), limit));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE);
            assertThat(refused.problem().detail().german()).contains("2 MiB");
            assertThat(platform.count("core_blob")).isZero();
            assertThat(blobs.store(new ByteArrayInputStream(bytes(limit)), limit)
                            .size())
                    .isEqualTo(limit);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSourceThatBreaksOffLeavesNothing(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);

            assertThatThrownBy(() -> blobs.store(breakingOff(), PLENTY)).isInstanceOf(IOException.class);

            assertThat(platform.count("core_blob")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, 0, 1",
        "H2, 262143, 2",
        "H2, 262144, 262144",
        "H2, 100, 600000",
        "H2, 699999, 1",
        "POSTGRESQL, 262143, 2",
        "POSTGRESQL, 100, 600000"
    })
    void aRangeIsExactlyWhatWasAskedFor(Engine engine, int from, int length) throws Exception {
        byte[] bytes = bytes(700_000);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            Blob stored = blobs.store(new ByteArrayInputStream(bytes), PLENTY);

            assertThat(copy(blobs, stored.sha256(), from, length))
                    .isEqualTo(Arrays.copyOfRange(bytes, from, from + length));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void beyondTheEndAndUnknownBytesAreFailuresNotSilence(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            Blob stored = blobs.store(new ByteArrayInputStream(bytes(PIECE)), PLENTY);

            assertThatThrownBy(() -> copy(blobs, stored.sha256(), 0, PIECE + 1)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> copy(blobs, stored.sha256(), 2L * PIECE, 1))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> copy(blobs, UNKNOWN, 0, 1)).isInstanceOf(IOException.class);
            assertThat(blobs.find(UNKNOWN)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSlowReaderHoldsNoConnection(Engine engine) throws Exception {
        byte[] bytes = bytes(3 * PIECE);
        try (TestPlatform platform = TestPlatform.on(engine, 2, 1_000);
                var other = platform.database.connect()) {
            assertThat(other.isValid(1)).isTrue();
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            Blob stored = blobs.store(new ByteArrayInputStream(bytes), PLENTY);
            ByteArrayOutputStream out = new ByteArrayOutputStream() {
                @Override
                public void write(byte[] piece, int offset, int length) {
                    assertThat(platform.count("core_blob")).isOne();
                    super.write(piece, offset, length);
                }
            };

            blobs.copy(stored.sha256(), 0, stored.size(), out);

            assertThat(out.toByteArray()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bytesGoWithTheirLastOwner(Engine engine) throws Exception {
        byte[] bytes = bytes(2 * PIECE);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            String sha256 =
                    blobs.store(new ByteArrayInputStream(bytes), PLENTY, "one").sha256();
            blobs.store(new ByteArrayInputStream(bytes), PLENTY, "other");
            blobs.store(new ByteArrayInputStream(bytes), PLENTY, "other");

            blobs.release(sha256, "stranger");
            blobs.release(sha256, "other");
            assertThat(copy(blobs, sha256, 0, bytes.length)).isEqualTo(bytes);

            blobs.release(sha256, "one");
            assertThat(blobs.find(sha256)).isEmpty();
            assertThat(platform.count("core_blob_piece") + platform.count("core_blob_owner"))
                    .isZero();
            blobs.release(sha256, "one");
            blobs.store(new ByteArrayInputStream(bytes), PLENTY, "one");
            assertThat(copy(blobs, sha256, 0, bytes.length)).as("again").isEqualTo(bytes);
        }
    }

    /** Others wait for a transaction, and it may be repeated: the sender is asked for the bytes before it, and once. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCameInBeforeATransactionIsStoredInItHoweverOftenThatRuns(Engine engine) throws Exception {
        byte[] bytes = bytes(2 * PIECE + 1);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            try (BlobStore.Received received = blobs.receive(new ByteArrayInputStream(bytes), PLENTY)) {
                assertThat(received.blob()).isEqualTo(new Blob(sha256(bytes), bytes.length));
                assertThat(platform.count("core_blob")).isZero();
                platform.transactions.call(tx -> {
                    blobs.store(received, "one");
                    tx.rollbackOnly();
                    return null;
                });
                assertThat(platform.count("core_blob")).isZero();

                assertThat(platform.transactions.<Blob>call(tx -> blobs.store(received, "one")))
                        .isEqualTo(received.blob());
            }
            assertThat(copy(blobs, sha256(bytes), 0, bytes.length)).isEqualTo(bytes);
            blobs.release(sha256(bytes), "one");
            assertThat(platform.count("core_blob")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAnybodyKeepsWithoutAnOwnerStays(Engine engine) throws Exception {
        byte[] before = bytes(10);
        byte[] after = bytes(20);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            blobs.store(new ByteArrayInputStream(before), PLENTY);
            for (byte[] bytes : new byte[][] {before, after}) {
                blobs.store(new ByteArrayInputStream(bytes), PLENTY, "one");
            }
            blobs.store(new ByteArrayInputStream(after), PLENTY);

            blobs.releaseAll("one");

            assertThat(blobs.find(sha256(before))).isPresent();
            assertThat(blobs.find(sha256(after))).isPresent();
            assertThat(platform.count("core_blob_owner")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsGivenUpInATransactionThatFailsIsStillThere(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            Blob stored = blobs.store(new ByteArrayInputStream(bytes(10)), PLENTY, "one");

            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        blobs.releaseAll("one");
                        assertThat(blobs.find(stored.sha256())).isEmpty();
                        throw new IllegalStateException("after all not");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(copy(blobs, stored.sha256(), 0, 10)).isEqualTo(bytes(10));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoComesWhileTheLastOneGoesHasWholeBytes(Engine engine) throws Exception {
        byte[] bytes = bytes(PIECE + 1);
        try (TestPlatform platform = TestPlatform.on(engine)) {
            BlobStore blobs = new DatabaseBlobStore(platform.transactions);
            String sha256 = sha256(bytes);
            for (int round = 0; round < 10; round++) {
                blobs.store(new ByteArrayInputStream(bytes), PLENTY, "goes");
                CyclicBarrier start = new CyclicBarrier(2);
                CompletableFuture<Void> going = CompletableFuture.runAsync(() -> {
                    await(start);
                    blobs.release(sha256, "goes");
                });
                await(start);
                blobs.store(new ByteArrayInputStream(bytes), PLENTY, "comes");
                going.get(30, TimeUnit.SECONDS);

                assertThat(copy(blobs, sha256, 0, bytes.length)).isEqualTo(bytes);
                blobs.release(sha256, "comes");
                assertThat(blobs.find(sha256)).isEmpty();
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] copy(BlobStore blobs, String sha256, long from, long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blobs.copy(sha256, from, length, out);
        return out.toByteArray();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static InputStream breakingOff() {
        return new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ > 100) {
                    throw new IOException("the line broke");
                }
                return 1;
            }
        };
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
