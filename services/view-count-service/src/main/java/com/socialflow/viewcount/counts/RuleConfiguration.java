package com.socialflow.viewcount.counts;

import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule that docs/VIEW_RULE.md explains. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    @Bean
    static ViewRule viewRule() {
        return new ViewRule(RuleSettings.PUBLIC);
    }
}
