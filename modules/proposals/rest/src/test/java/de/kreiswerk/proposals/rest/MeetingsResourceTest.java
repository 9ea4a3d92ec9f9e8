package de.kreiswerk.proposals.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

class MeetingsResourceTest {

    /** The office refuses what has no items; an empty list empties an agenda. */
    @Test
    void aBodyWithoutItemsIsNoEmptyAgenda() {
        List<Object> sent = new ArrayList<>();
        Replaceable<CouncilOffice> office = new Replaceable<>();
        office.set(proxy(CouncilOffice.class, arguments -> {
            sent.add(arguments[2]);
            return new Council.Agenda("0192", 2, List.of());
        }));
        MeetingsResource resource = new MeetingsResource(new Replaceable<>(), office, null);
        HttpServletRequest request = proxy(HttpServletRequest.class, arguments -> null);

        resource.replaceAgenda(new MeetingsResource.NewAgenda(null), "0192", null, request);
        resource.replaceAgenda(new MeetingsResource.NewAgenda(List.of()), "0192", null, request);

        assertThat(sent).containsExactly(null, List.of());
    }

    private interface Behaviour {
        Object call(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> behaviour.call(arguments)));
    }
}
