package de.kreiswerk.core.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.problem.JsonProblemDetails;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.junit.jupiter.api.Test;

class ServerThreadsTest {

    private final ServerThreads threads = new ServerThreads();
    private final ServerErrors errors = new ServerErrors(new JsonProblemDetails(), threads);

    @Test
    void howManyThereMayBeIsWhatTheServerThatRunsSays() throws Exception {
        assertThat(threads.most()).isEmpty();

        Connector first = started(new Server(new QueuedThreadPool(40)));
        assertThat(threads.most()).hasValue(40);

        Connector second = started(new Server(new QueuedThreadPool(80)));
        first.stop();
        assertThat(threads.most()).hasValue(80);

        second.stop();
        assertThat(threads.most()).isEmpty();
    }

    @Test
    void ofAPoolWithoutBoundsNobodyKnows() {
        threads.are(new ThreadPool() {
            @Override
            public void join() {}

            @Override
            public int getThreads() {
                return 3;
            }

            @Override
            public int getIdleThreads() {
                return 0;
            }

            @Override
            public boolean isLowOnThreads() {
                return false;
            }

            @Override
            public void execute(Runnable work) {
                work.run();
            }
        });

        assertThat(threads.most()).isEmpty();
    }

    private Connector started(Server server) throws Exception {
        Connector idle = errors.createConnector(server);
        idle.start();
        return idle;
    }
}
