package de.kreiswerk.runtime.bench.peer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of OParl's external list. */
record PaperPage(List<PaperJson> data, Pagination pagination, Links links) {

    /** How large a page is. */
    record Pagination(int elementsPerPage) {}

    /** Where to go on; next is absent on the last page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(String first, String self, String next) {}
}
