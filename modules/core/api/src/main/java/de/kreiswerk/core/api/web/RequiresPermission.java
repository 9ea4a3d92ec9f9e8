package de.kreiswerk.core.api.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States which permission an endpoint of REST asks for. The service behind it checks again, with the department.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {

    /**
     * The permission.
     *
     * @return its name, such as {@code proposals.import}
     */
    String value();
}
