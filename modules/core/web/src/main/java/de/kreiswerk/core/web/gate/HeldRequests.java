package de.kreiswerk.core.web.gate;

import de.kreiswerk.core.api.web.RequestGate;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One hold of the gate. */
final class HeldRequests implements RequestGate.Hold {

    private static final int PASS_BYTES = 24;

    private final List<Passage> passages;
    private final Supplier<Optional<String>> base;
    private final Set<String> passes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger held = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    HeldRequests(List<Passage> passages, Supplier<Optional<String>> base) {
        this.passages = List.copyOf(passages);
        this.base = base;
    }

    private static byte[] random() {
        byte[] bytes = new byte[PASS_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    void begin() {
        for (int i = 0; i < passages.size(); i++) {
            if (!passages.get(i).close(this)) {
                passages.subList(0, i).forEach(closed -> closed.open(this));
                throw new IllegalStateException("Somebody holds these requests already");
            }
        }
    }

    /** Whether a request that brings this is the switch's own. A pass is good for one: whoever reads it then has nothing of it. */
    boolean lets(String presented) {
        return presented != null && passes.stream().anyMatch(pass -> isSame(presented, pass) && passes.remove(pass));
    }

    private static boolean isSame(String presented, String pass) {
        return MessageDigest.isEqual(presented.getBytes(StandardCharsets.UTF_8), pass.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits in the request's thread; false when it took too long. */
    boolean awaitEnd(long nanos) throws InterruptedException {
        held.incrementAndGet();
        return over.await(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized void somebodyLeft() {
        notifyAll();
    }

    @Override
    public synchronized boolean drain(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!passages.stream().allMatch(Passage::isEmpty)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public int inside() {
        return passages.stream().mapToInt(Passage::inside).sum();
    }

    /** Without a client of its own, whose threads would outlive it. */
    @Override
    public int probe(String path, Duration most) throws IOException {
        String host = base.get().orElseThrow(() -> new IOException("The web server does not listen"));
        // Past proxies: what is asked is here.
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(host + path).toURL().openConnection(Proxy.NO_PROXY);
        String pass = HexFormat.of().formatHex(random());
        passes.add(pass);
        try {
            connection.setConnectTimeout(Math.toIntExact(most.toMillis()));
            connection.setReadTimeout(Math.toIntExact(most.toMillis()));
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty(Gate.PASS, pass);
            // Programs are told that they may not; people would be led to the sign-in page, which always answers.
            connection.setRequestProperty("Accept", "*/*;q=0.1, application/json");
            connection.setRequestProperty("Connection", "close");
            return connection.getResponseCode();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            passes.remove(pass);
            connection.disconnect();
        }
    }

    @Override
    public int held() {
        return held.get();
    }

    @Override
    public void close() {
        passages.forEach(passage -> passage.open(this));
        over.countDown();
    }
}
