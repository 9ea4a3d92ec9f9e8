package de.kreiswerk.core.web.chain;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something once, when a request that went on in another thread has ended in whichever way. */
final class AtTheEnd implements AsyncListener {

    private final AtomicBoolean done = new AtomicBoolean();
    private final Runnable what;

    AtTheEnd(Runnable what) {
        this.what = what;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (done.compareAndSet(false, true)) {
            what.run();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // It is completed then, too.
    }

    @Override
    public void onError(AsyncEvent event) {
        // It is completed then, too.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A new round forgets its listeners.
        event.getAsyncContext().addListener(this);
    }
}
