package com.socialflow.platform.images;

import com.socialflow.core.Ids;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.web.ProblemWriter;
import java.time.Clock;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What makes images, and the servlet that gives them out, beside Spring's own. */
@Configuration(proxyBeanMethods = false)
public class ImagesConfiguration {

    @Bean
    static ImageWorkshop imageWorkshop(
            JdbcClient jdbc, ObjectStorage storage, Ids ids, Clock clock, Recurring recurring) {
        return new ImageWorkshop(jdbc, storage, ids, clock, recurring);
    }

    @Bean
    static ImageBody imageBody() {
        return new ImageBody(System::nanoTime);
    }

    @Bean
    static ServletRegistrationBean<ImageServlet> imageServlet(ObjectStorage storage, ProblemWriter problems) {
        return new ServletRegistrationBean<>(new ImageServlet(storage, problems), ImageNames.ROOT + "*");
    }
}
