package de.kreiswerk.deployment.service.run;

import java.time.Duration;

/**
 * How long the parts of a switch may take.
 *
 * @param waiting requests that come meanwhile: whatever is not done then goes back
 * @param drain requests under way
 * @param start each bundle to start
 * @param stop each bundle to stop
 * @param health the new version to work
 * @param threads how many threads the code of a version may have when it has started
 * @param kept how many versions that worked are kept beside the active one, and how many that did not
 */
record Limits(
        Duration waiting, Duration drain, Duration start, Duration stop, Duration health, int threads, int kept) {}
