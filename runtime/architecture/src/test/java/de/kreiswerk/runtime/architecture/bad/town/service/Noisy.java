package de.kreiswerk.runtime.architecture.bad.town.service;

import org.osgi.service.component.annotations.Component;

/** A component that speaks past the log and sleeps. */
@Component(service = Noisy.class)
public final class Noisy {

    public void make() throws InterruptedException {
        System.out.println("noise");
        new IllegalStateException().printStackTrace();
        Thread.sleep(1);
    }
}
