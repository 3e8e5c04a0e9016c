package com.socialflow.user.images;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.web.ProblemWriter;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servlet of images, beside Spring's own. */
@Configuration(proxyBeanMethods = false)
class ImagesConfiguration {

    @Bean
    static ServletRegistrationBean<ImageServlet> imageServlet(ObjectStorage storage, ProblemWriter problems) {
        return new ServletRegistrationBean<>(new ImageServlet(storage, problems), ImageNames.ROOT + "*");
    }
}
