export const id = 217;
export const ids = [217];
export const modules = {

/***/ 40217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   precompiled: () => (/* binding */ precompiled)
/* harmony export */ });
const precompiled = {
"408f8b521e251b282ad02fd99158490c2bb2e6c3daa5bab09b392356c8732b13": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"service") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":2},"end":{"line":7,"column":15}}})) != null ? stack1 : "")
    + ":\n    image: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"image") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":11},"end":{"line":8,"column":22}}})) != null ? stack1 : "")
    + "\n    pull_policy: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"pullPolicy") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":9,"column":17},"end":{"line":9,"column":33}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"entrypoint") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"command") : depth0),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":15,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"environment") : depth0),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":0},"end":{"line":21,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"dependsOn") : depth0),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"healthcheck") : depth0),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":36,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"ports") : depth0),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":37,"column":0},"end":{"line":45,"column":7}}})) != null ? stack1 : "")
    + "    networks:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"networks") : depth0),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":47,"column":0},"end":{"line":52,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"mounts") : depth0),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":53,"column":0},"end":{"line":65,"column":7}}})) != null ? stack1 : "")
    + "    read_only: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"readOnlyRoot") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":66,"column":15},"end":{"line":66,"column":33}}})) != null ? stack1 : "")
    + "\n    cap_drop: [ALL]\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"capabilities") : depth0),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":68,"column":0},"end":{"line":70,"column":7}}})) != null ? stack1 : "")
    + "    security_opt: [\"no-new-privileges:true\"]\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"resources") : depth0),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":72,"column":0},"end":{"line":87,"column":7}}})) != null ? stack1 : "")
    + "    restart: unless-stopped\n    logging:\n      driver: json-file\n      options: {max-size: \"10m\", max-file: \"3\"}\n    labels:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"each","hash":{},"fn":container.program(21, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":93,"column":0},"end":{"line":95,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    entrypoint: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"entrypoint") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":16},"end":{"line":11,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    command: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"command") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":14,"column":13},"end":{"line":14,"column":26}}})) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    environment:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"environment") : depth0),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":20,"column":9}}})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":19,"column":6},"end":{"line":19,"column":16}}})) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":19,"column":18},"end":{"line":19,"column":29}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    depends_on:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"dependsOn") : depth0),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":27,"column":9}}})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"service") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":25,"column":6},"end":{"line":25,"column":19}}})) != null ? stack1 : "")
    + ":\n        condition: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"condition") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":26,"column":19},"end":{"line":26,"column":34}}})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    healthcheck:\n      test: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"healthcheck") : depth0)) != null ? lookupProperty(stack1,"test") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":31,"column":12},"end":{"line":31,"column":34}}})) != null ? stack1 : "")
    + "\n      interval: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"healthcheck") : depth0)) != null ? lookupProperty(stack1,"interval") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":32,"column":16},"end":{"line":32,"column":42}}})) != null ? stack1 : "")
    + "\n      timeout: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"healthcheck") : depth0)) != null ? lookupProperty(stack1,"timeout") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":33,"column":15},"end":{"line":33,"column":40}}})) != null ? stack1 : "")
    + "\n      retries: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"healthcheck") : depth0)) != null ? lookupProperty(stack1,"retries") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":34,"column":15},"end":{"line":34,"column":40}}})) != null ? stack1 : "")
    + "\n      start_period: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"healthcheck") : depth0)) != null ? lookupProperty(stack1,"startPeriod") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":35,"column":20},"end":{"line":35,"column":49}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    ports:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"ports") : depth0),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":0},"end":{"line":44,"column":9}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      - target: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"target") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":40,"column":16},"end":{"line":40,"column":28}}})) != null ? stack1 : "")
    + "\n        published: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"published") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":41,"column":19},"end":{"line":41,"column":34}}})) != null ? stack1 : "")
    + "\n        host_ip: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"address") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":42,"column":17},"end":{"line":42,"column":30}}})) != null ? stack1 : "")
    + "\n        protocol: tcp\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"key") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":48,"column":6},"end":{"line":48,"column":15}}})) != null ? stack1 : "")
    + ":\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"aliases") : depth0),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":51,"column":7}}})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        aliases: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"aliases") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":50,"column":17},"end":{"line":50,"column":30}}})) != null ? stack1 : "")
    + "\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    volumes:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"mounts") : depth0),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":55,"column":0},"end":{"line":64,"column":9}}})) != null ? stack1 : "");
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      - type: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"type") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":56,"column":14},"end":{"line":56,"column":24}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"source") : depth0),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":57,"column":0},"end":{"line":59,"column":7}}})) != null ? stack1 : "")
    + "        target: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"target") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":60,"column":16},"end":{"line":60,"column":28}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"readOnly") : depth0),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":61,"column":0},"end":{"line":63,"column":7}}})) != null ? stack1 : "");
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        source: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"source") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":58,"column":16},"end":{"line":58,"column":28}}})) != null ? stack1 : "")
    + "\n";
},"15":function(container,depth0,helpers,partials,data) {
    return "        read_only: true\n";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    cap_add: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"capabilities") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":69,"column":13},"end":{"line":69,"column":31}}})) != null ? stack1 : "")
    + "\n";
},"17":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    deploy:\n      resources:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"resources") : depth0)) != null ? lookupProperty(stack1,"limits") : stack1),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":75,"column":0},"end":{"line":80,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"resources") : depth0)) != null ? lookupProperty(stack1,"reservations") : stack1),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":81,"column":0},"end":{"line":86,"column":7}}})) != null ? stack1 : "");
},"18":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        limits:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"resources") : depth0)) != null ? lookupProperty(stack1,"limits") : stack1),{"name":"each","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":77,"column":0},"end":{"line":79,"column":9}}})) != null ? stack1 : "");
},"19":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"key") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":78,"column":10},"end":{"line":78,"column":19}}})) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":78,"column":21},"end":{"line":78,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        reservations:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"resources") : depth0)) != null ? lookupProperty(stack1,"reservations") : stack1),{"name":"each","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":83,"column":0},"end":{"line":85,"column":9}}})) != null ? stack1 : "");
},"21":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"key") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":94,"column":6},"end":{"line":94,"column":15}}})) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":94,"column":17},"end":{"line":94,"column":28}}})) != null ? stack1 : "")
    + "\n";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"key") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":100,"column":2},"end":{"line":100,"column":11}}})) != null ? stack1 : "")
    + ":\n    name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":101,"column":10},"end":{"line":101,"column":20}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"external") : depth0),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":102,"column":0},"end":{"line":104,"column":7}}})) != null ? stack1 : "");
},"23":function(container,depth0,helpers,partials,data) {
    return "    external: true\n";
},"24":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\nvolumes:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"volumes") : depth0),{"name":"each","hash":{},"fn":container.program(25, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":109,"column":0},"end":{"line":115,"column":9}}})) != null ? stack1 : "");
},"25":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":110,"column":2},"end":{"line":110,"column":12}}})) != null ? stack1 : "")
    + ":\n    name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":111,"column":10},"end":{"line":111,"column":20}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"external") : depth0),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":112,"column":0},"end":{"line":114,"column":7}}})) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by mcp-stack-deploy. `mcp-deploy deploy` makes the volumes named here and passes the secrets, which are in no file.\nname: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"project") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":3,"column":6},"end":{"line":3,"column":19}}})) != null ? stack1 : "")
    + "\n\nservices:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"services") : depth0),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":97,"column":9}}})) != null ? stack1 : "")
    + "networks:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"networks") : depth0),{"name":"each","hash":{},"fn":container.program(22, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":99,"column":0},"end":{"line":105,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"volumes") : depth0),{"name":"if","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":106,"column":0},"end":{"line":116,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"ac9ec2a7cc6f02e6569eaf51162a647b0800a36342c70522c4e5e64c97c5ce93": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "plugins:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"plugins") : depth0),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":14,"column":9}}})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":10},"end":{"line":6,"column":20}}})) != null ? stack1 : "")
    + "\n    kind: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"kind") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":20}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"settings") : depth0),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + "    mcp:\n      proto: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"mcp") : depth0)) != null ? lookupProperty(stack1,"proto") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":12,"column":13},"end":{"line":12,"column":28}}})) != null ? stack1 : "")
    + "\n      url: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"mcp") : depth0)) != null ? lookupProperty(stack1,"url") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":11},"end":{"line":13,"column":24}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"key") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":9,"column":4},"end":{"line":9,"column":13}}})) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":9,"column":15},"end":{"line":9,"column":26}}})) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "plugins: []\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Written by mcp-stack-deploy: the external plugins of this gateway.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"plugins") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":17,"column":7}}})) != null ? stack1 : "")
    + "plugin_dirs: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"plugin_dirs") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":18,"column":13},"end":{"line":18,"column":30}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"5e76f1315876d6209bc59b8ef6b7556a10c2a4a3e7bde8568d7741433097065a": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":10},"end":{"line":6,"column":22}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"54cb475503462cafed85cd9643b6914a25653a73ba05d0eb00b0c9c63ee9a936": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\nautomountServiceAccountToken: false\n";
},"useData":true},
"77fe939d8fb3b14d75fd7b244a606f37ea2af29cd7304ee7c59cf6c45de0c3ce": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":9,"column":15},"end":{"line":9,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"key") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":2},"end":{"line":13,"column":11}}})) != null ? stack1 : "")
    + ": "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":13},"end":{"line":13,"column":24}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":7}}})) != null ? stack1 : "")
    + "data:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"data") : depth0),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":14,"column":9}}})) != null ? stack1 : "");
},"useData":true},
"54dc11da7a963517d310616463f3787f964e9492f566385f97a789cdd6f1a8d9": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":10,"column":15},"end":{"line":10,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Without its values: mcp-deploy adds them where they cross to the cluster.\napiVersion: v1\nkind: Secret\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":8},"end":{"line":6,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":13},"end":{"line":7,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":10},"end":{"line":8,"column":22}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":9,"column":0},"end":{"line":11,"column":7}}})) != null ? stack1 : "")
    + "type: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"type") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":12,"column":6},"end":{"line":12,"column":16}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"c652f24b0a120b4ff8dfdfe34877d651c640bb8d227238dd19d3d566a4877e92": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  renewBefore: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"renewBefore") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":18,"column":15},"end":{"line":18,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# cert-manager signs it and keeps key, certificate and ca.crt in the Secret that pods mount.\napiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":8},"end":{"line":6,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":13},"end":{"line":7,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":10},"end":{"line":8,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":9,"column":15},"end":{"line":9,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n  secretName: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":14},"end":{"line":11,"column":24}}})) != null ? stack1 : "")
    + "\n  secretTemplate:\n    labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":12},"end":{"line":13,"column":24}}})) != null ? stack1 : "")
    + "\n  commonName: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"commonName") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":14,"column":14},"end":{"line":14,"column":30}}})) != null ? stack1 : "")
    + "\n  dnsNames: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"dnsNames") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":15,"column":12},"end":{"line":15,"column":26}}})) != null ? stack1 : "")
    + "\n  duration: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"duration") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":16,"column":12},"end":{"line":16,"column":26}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"renewBefore") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "")
    + "  usages: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"usages") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":20,"column":10},"end":{"line":20,"column":22}}})) != null ? stack1 : "")
    + "\n  privateKey: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"privateKey") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":21,"column":14},"end":{"line":21,"column":30}}})) != null ? stack1 : "")
    + "\n  revisionHistoryLimit: 3\n  issuerRef: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"issuer") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":23,"column":13},"end":{"line":23,"column":25}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"27fad06d546b360a0b4437746f41df19db64c25704627b962227a099791c7c50": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  replicas: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"replicas") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":12},"end":{"line":11,"column":26}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      imagePullSecrets: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"imagePullSecrets") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":29,"column":24},"end":{"line":29,"column":50}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      priorityClassName: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"priorityClass") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":32,"column":25},"end":{"line":32,"column":48}}})) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      nodeSelector: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"nodeSelector") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":35,"column":20},"end":{"line":35,"column":42}}})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      tolerations: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"tolerations") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":38,"column":19},"end":{"line":38,"column":40}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      affinity: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"affinity") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":41,"column":16},"end":{"line":41,"column":34}}})) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      topologySpreadConstraints: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"topologySpread") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":44,"column":33},"end":{"line":44,"column":57}}})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          command: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"command") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":52,"column":19},"end":{"line":52,"column":42}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          args: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"args") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":55,"column":16},"end":{"line":55,"column":36}}})) != null ? stack1 : "")
    + "\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "            - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":59,"column":20},"end":{"line":59,"column":30}}})) != null ? stack1 : "")
    + "\n              containerPort: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"port") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":60,"column":29},"end":{"line":60,"column":39}}})) != null ? stack1 : "")
    + "\n              protocol: TCP\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          envFrom: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"envFrom") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":64,"column":19},"end":{"line":64,"column":42}}})) != null ? stack1 : "")
    + "\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          env: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"env") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":67,"column":15},"end":{"line":67,"column":34}}})) != null ? stack1 : "")
    + "\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          startupProbe: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = ((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1)) != null ? lookupProperty(stack1,"startup") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":70,"column":24},"end":{"line":70,"column":54}}})) != null ? stack1 : "")
    + "\n          readinessProbe: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = ((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1)) != null ? lookupProperty(stack1,"readiness") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":71,"column":26},"end":{"line":71,"column":58}}})) != null ? stack1 : "")
    + "\n          livenessProbe: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = ((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1)) != null ? lookupProperty(stack1,"liveness") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":72,"column":25},"end":{"line":72,"column":56}}})) != null ? stack1 : "")
    + "\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          lifecycle: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"lifecycle") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":75,"column":21},"end":{"line":75,"column":46}}})) != null ? stack1 : "")
    + "\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          resources: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"resources") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":78,"column":21},"end":{"line":78,"column":46}}})) != null ? stack1 : "")
    + "\n";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          volumeMounts: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"mounts") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":82,"column":24},"end":{"line":82,"column":46}}})) != null ? stack1 : "")
    + "\n";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      volumes: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"volumes") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":85,"column":15},"end":{"line":85,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"replicas") : depth0),{"name":"if","hash":{"includeZero":true},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + "  revisionHistoryLimit: 2\n  progressDeadlineSeconds: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"progressDeadline") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":14,"column":27},"end":{"line":14,"column":49}}})) != null ? stack1 : "")
    + "\n  strategy: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"strategy") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":15,"column":12},"end":{"line":15,"column":26}}})) != null ? stack1 : "")
    + "\n  selector:\n    matchLabels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"selector") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":17,"column":17},"end":{"line":17,"column":31}}})) != null ? stack1 : "")
    + "\n  template:\n    metadata:\n      labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"labels") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":20,"column":14},"end":{"line":20,"column":30}}})) != null ? stack1 : "")
    + "\n      annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"annotations") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":21,"column":19},"end":{"line":21,"column":40}}})) != null ? stack1 : "")
    + "\n    spec:\n      serviceAccountName: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"serviceAccount") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":23,"column":26},"end":{"line":23,"column":50}}})) != null ? stack1 : "")
    + "\n      automountServiceAccountToken: false\n      # A Service called redis would put REDIS_PORT=tcp://… into the environment.\n      enableServiceLinks: false\n      terminationGracePeriodSeconds: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"gracePeriod") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":27,"column":37},"end":{"line":27,"column":58}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"imagePullSecrets") : stack1),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":30,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"priorityClass") : stack1),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":33,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"nodeSelector") : stack1),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":36,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"tolerations") : stack1),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":37,"column":0},"end":{"line":39,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"affinity") : stack1),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":40,"column":0},"end":{"line":42,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"topologySpread") : stack1),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":45,"column":7}}})) != null ? stack1 : "")
    + "      securityContext: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"security") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":46,"column":23},"end":{"line":46,"column":41}}})) != null ? stack1 : "")
    + "\n      containers:\n        - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"name") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":48,"column":16},"end":{"line":48,"column":36}}})) != null ? stack1 : "")
    + "\n          image: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"image") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":49,"column":17},"end":{"line":49,"column":38}}})) != null ? stack1 : "")
    + "\n          imagePullPolicy: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"pullPolicy") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":50,"column":27},"end":{"line":50,"column":53}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"command") : stack1),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":53,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"args") : stack1),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":54,"column":0},"end":{"line":56,"column":7}}})) != null ? stack1 : "")
    + "          ports:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"ports") : stack1),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":58,"column":0},"end":{"line":62,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"envFrom") : stack1),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":63,"column":0},"end":{"line":65,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"env") : stack1),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":66,"column":0},"end":{"line":68,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":69,"column":0},"end":{"line":73,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"lifecycle") : stack1),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":74,"column":0},"end":{"line":76,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"resources") : stack1),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":77,"column":0},"end":{"line":79,"column":7}}})) != null ? stack1 : "")
    + "          securityContext: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"security") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":80,"column":27},"end":{"line":80,"column":51}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"mounts") : stack1),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":81,"column":0},"end":{"line":83,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"volumes") : stack1),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":84,"column":0},"end":{"line":86,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"11c90210548a98da80d21ddc75fc5b28595c186a414d97371f3e00d7e176ff80": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  replicas: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"replicas") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":12},"end":{"line":11,"column":26}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      imagePullSecrets: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"imagePullSecrets") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":32,"column":24},"end":{"line":32,"column":50}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      priorityClassName: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"priorityClass") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":35,"column":25},"end":{"line":35,"column":48}}})) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      nodeSelector: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"nodeSelector") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":38,"column":20},"end":{"line":38,"column":42}}})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      tolerations: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"tolerations") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":41,"column":19},"end":{"line":41,"column":40}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      affinity: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"affinity") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":44,"column":16},"end":{"line":44,"column":34}}})) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      topologySpreadConstraints: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"topologySpread") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":47,"column":33},"end":{"line":47,"column":57}}})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          command: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"command") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":55,"column":19},"end":{"line":55,"column":42}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          args: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"args") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":58,"column":16},"end":{"line":58,"column":36}}})) != null ? stack1 : "")
    + "\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "            - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":62,"column":20},"end":{"line":62,"column":30}}})) != null ? stack1 : "")
    + "\n              containerPort: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"port") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":63,"column":29},"end":{"line":63,"column":39}}})) != null ? stack1 : "")
    + "\n              protocol: TCP\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          envFrom: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"envFrom") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":67,"column":19},"end":{"line":67,"column":42}}})) != null ? stack1 : "")
    + "\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          env: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"env") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":70,"column":15},"end":{"line":70,"column":34}}})) != null ? stack1 : "")
    + "\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          startupProbe: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = ((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1)) != null ? lookupProperty(stack1,"startup") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":73,"column":24},"end":{"line":73,"column":54}}})) != null ? stack1 : "")
    + "\n          readinessProbe: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = ((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1)) != null ? lookupProperty(stack1,"readiness") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":74,"column":26},"end":{"line":74,"column":58}}})) != null ? stack1 : "")
    + "\n          livenessProbe: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = ((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1)) != null ? lookupProperty(stack1,"liveness") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":75,"column":25},"end":{"line":75,"column":56}}})) != null ? stack1 : "")
    + "\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          lifecycle: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"lifecycle") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":78,"column":21},"end":{"line":78,"column":46}}})) != null ? stack1 : "")
    + "\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          resources: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"resources") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":81,"column":21},"end":{"line":81,"column":46}}})) != null ? stack1 : "")
    + "\n";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          volumeMounts: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"mounts") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":85,"column":24},"end":{"line":85,"column":46}}})) != null ? stack1 : "")
    + "\n";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      volumes: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"volumes") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":88,"column":15},"end":{"line":88,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"17":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  volumeClaimTemplates:\n    - metadata:\n        name: data\n        labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"claim") : depth0)) != null ? lookupProperty(stack1,"labels") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":94,"column":16},"end":{"line":94,"column":34}}})) != null ? stack1 : "")
    + "\n      spec:\n        accessModes: [ReadWriteOnce]\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"claim") : depth0)) != null ? lookupProperty(stack1,"storageClass") : stack1),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":97,"column":0},"end":{"line":99,"column":7}}})) != null ? stack1 : "")
    + "        resources:\n          requests:\n            storage: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"claim") : depth0)) != null ? lookupProperty(stack1,"size") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":102,"column":21},"end":{"line":102,"column":37}}})) != null ? stack1 : "")
    + "\n";
},"18":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        storageClassName: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),((stack1 = (depth0 != null ? lookupProperty(depth0,"claim") : depth0)) != null ? lookupProperty(stack1,"storageClass") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":98,"column":26},"end":{"line":98,"column":50}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"replicas") : depth0),{"name":"if","hash":{"includeZero":true},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + "  revisionHistoryLimit: 2\n  serviceName: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"serviceName") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":14,"column":15},"end":{"line":14,"column":32}}})) != null ? stack1 : "")
    + "\n  # The data outlives the workload; `mcp-deploy destroy --volumes` removes it.\n  persistentVolumeClaimRetentionPolicy:\n    whenDeleted: Retain\n    whenScaled: Retain\n  selector:\n    matchLabels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"selector") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":20,"column":17},"end":{"line":20,"column":31}}})) != null ? stack1 : "")
    + "\n  template:\n    metadata:\n      labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"labels") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":23,"column":14},"end":{"line":23,"column":30}}})) != null ? stack1 : "")
    + "\n      annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"annotations") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":24,"column":19},"end":{"line":24,"column":40}}})) != null ? stack1 : "")
    + "\n    spec:\n      serviceAccountName: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"serviceAccount") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":26,"column":26},"end":{"line":26,"column":50}}})) != null ? stack1 : "")
    + "\n      automountServiceAccountToken: false\n      # A Service called redis would put REDIS_PORT=tcp://… into the environment.\n      enableServiceLinks: false\n      terminationGracePeriodSeconds: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"gracePeriod") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":30,"column":37},"end":{"line":30,"column":58}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"imagePullSecrets") : stack1),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":33,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"priorityClass") : stack1),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":36,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"nodeSelector") : stack1),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":37,"column":0},"end":{"line":39,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"tolerations") : stack1),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":40,"column":0},"end":{"line":42,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"affinity") : stack1),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":45,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"topologySpread") : stack1),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":48,"column":7}}})) != null ? stack1 : "")
    + "      securityContext: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"security") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":49,"column":23},"end":{"line":49,"column":41}}})) != null ? stack1 : "")
    + "\n      containers:\n        - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"name") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":51,"column":16},"end":{"line":51,"column":36}}})) != null ? stack1 : "")
    + "\n          image: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"image") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":52,"column":17},"end":{"line":52,"column":38}}})) != null ? stack1 : "")
    + "\n          imagePullPolicy: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"pullPolicy") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":53,"column":27},"end":{"line":53,"column":53}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"command") : stack1),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":54,"column":0},"end":{"line":56,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"args") : stack1),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":57,"column":0},"end":{"line":59,"column":7}}})) != null ? stack1 : "")
    + "          ports:\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"ports") : stack1),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":61,"column":0},"end":{"line":65,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"envFrom") : stack1),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":66,"column":0},"end":{"line":68,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"env") : stack1),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":69,"column":0},"end":{"line":71,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"probes") : stack1),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":72,"column":0},"end":{"line":76,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"lifecycle") : stack1),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":77,"column":0},"end":{"line":79,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"resources") : stack1),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":80,"column":0},"end":{"line":82,"column":7}}})) != null ? stack1 : "")
    + "          securityContext: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"security") : stack1),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":83,"column":27},"end":{"line":83,"column":51}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"container") : depth0)) != null ? lookupProperty(stack1,"mounts") : stack1),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":84,"column":0},"end":{"line":86,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = (depth0 != null ? lookupProperty(depth0,"pod") : depth0)) != null ? lookupProperty(stack1,"volumes") : stack1),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":87,"column":0},"end":{"line":89,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"claim") : depth0),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":90,"column":0},"end":{"line":103,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"81a7fef616dbf22b86f283e63336c62fc1aaf5437b80ade5ea8823616d37a764": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  # A plugin keeps its sessions in one process: a gateway stays with the pod it began with.\n  sessionAffinity: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"sessionAffinity") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":19},"end":{"line":13,"column":40}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  # Local: the gateway sees its clients' addresses, by which it limits their rates.\n  externalTrafficPolicy: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"externalTrafficPolicy") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":17,"column":25},"end":{"line":17,"column":52}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      # Not in the port's name, which the pods have too: a change of it would roll them.\n      appProtocol: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"appProtocol") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":27,"column":19},"end":{"line":27,"column":36}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: v1\nkind: Service\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n  type: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"type") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":10,"column":8},"end":{"line":10,"column":18}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"sessionAffinity") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":14,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"externalTrafficPolicy") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":18,"column":7}}})) != null ? stack1 : "")
    + "  selector: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"selector") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":19,"column":12},"end":{"line":19,"column":26}}})) != null ? stack1 : "")
    + "\n  ports:\n    - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"portName") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":21,"column":12},"end":{"line":21,"column":26}}})) != null ? stack1 : "")
    + "\n      port: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"port") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":22,"column":12},"end":{"line":22,"column":22}}})) != null ? stack1 : "")
    + "\n      targetPort: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"portName") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":23,"column":18},"end":{"line":23,"column":32}}})) != null ? stack1 : "")
    + "\n      protocol: TCP\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"appProtocol") : depth0),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"22d18ffc2954b2e39b5bbf2b29140fac41479bb66aaa56e815112f1f194d424b": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  egress: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"egress") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":15,"column":10},"end":{"line":15,"column":22}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n  podSelector:\n    matchLabels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"selector") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":17},"end":{"line":11,"column":31}}})) != null ? stack1 : "")
    + "\n  policyTypes: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"types") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":12,"column":15},"end":{"line":12,"column":26}}})) != null ? stack1 : "")
    + "\n  ingress: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"ingress") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":11},"end":{"line":13,"column":24}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"egress") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":16,"column":7}}})) != null ? stack1 : "");
},"useData":true},
"1fe4236a3e85682d78542e4262ccfde936e5c06b8ce16544b357c2aabae3f57e": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"selector") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":12,"column":17},"end":{"line":12,"column":31}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"0b91dd50749af58475b6f8ce09f25e0b5b1e7c89acae698c80a07dc318829874": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"size") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":15},"end":{"line":13,"column":25}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"cb2e5977b20d7f09a8ffa5ce44b5dd74da865b4fb34716f6d90cbacf5ad33886": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  ingressClassName: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"className") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":20},"end":{"line":11,"column":35}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  tls:\n    - hosts: ["
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"host") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":15,"column":14},"end":{"line":15,"column":24}}})) != null ? stack1 : "")
    + "]\n      secretName: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"tlsSecret") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":16,"column":18},"end":{"line":16,"column":33}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"className") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"tlsSecret") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":17,"column":7}}})) != null ? stack1 : "")
    + "  rules:\n    - host: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"host") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":19,"column":12},"end":{"line":19,"column":22}}})) != null ? stack1 : "")
    + "\n      http:\n        paths:\n          - path: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"path") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":22,"column":18},"end":{"line":22,"column":28}}})) != null ? stack1 : "")
    + "\n            pathType: Prefix\n            backend:\n              service:\n                name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"service") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":26,"column":22},"end":{"line":26,"column":35}}})) != null ? stack1 : "")
    + "\n                port:\n                  name: http\n";
},"useData":true},
"e34ab853b920108e5b578c01ae23bbfa67c0cc4dbdfbda780760232c57b6866b": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  parentRefs: ["
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"parent") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":15},"end":{"line":11,"column":27}}})) != null ? stack1 : "")
    + "]\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"parent") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + "  hostnames: ["
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"host") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":13,"column":14},"end":{"line":13,"column":24}}})) != null ? stack1 : "")
    + "]\n  rules:\n    - matches:\n        - path:\n            type: PathPrefix\n            value: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"path") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":18,"column":19},"end":{"line":18,"column":29}}})) != null ? stack1 : "")
    + "\n      backendRefs:\n        - name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"service") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":20,"column":16},"end":{"line":20,"column":29}}})) != null ? stack1 : "")
    + "\n          port: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"port") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":21,"column":16},"end":{"line":21,"column":26}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
"8177156ce455b509a6b830e6187798b20b6d2c197f20f467315213780f6963d2": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  host: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"host") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":11,"column":8},"end":{"line":11,"column":18}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  path: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"path") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":14,"column":8},"end":{"line":14,"column":18}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  tls: "
    + ((stack1 = lookupProperty(helpers,"y").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"tls") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":23,"column":7},"end":{"line":23,"column":16}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata:\n  name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":5,"column":8},"end":{"line":5,"column":18}}})) != null ? stack1 : "")
    + "\n  namespace: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"namespace") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":6,"column":13},"end":{"line":6,"column":28}}})) != null ? stack1 : "")
    + "\n  labels: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"labels") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":7,"column":10},"end":{"line":7,"column":22}}})) != null ? stack1 : "")
    + "\n  annotations: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"annotations") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":8,"column":15},"end":{"line":8,"column":32}}})) != null ? stack1 : "")
    + "\nspec:\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"host") : depth0),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"path") : depth0),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":15,"column":7}}})) != null ? stack1 : "")
    + "  to:\n    kind: Service\n    name: "
    + ((stack1 = lookupProperty(helpers,"y").call(alias1,(depth0 != null ? lookupProperty(depth0,"service") : depth0),{"name":"y","hash":{},"data":data,"loc":{"start":{"line":18,"column":10},"end":{"line":18,"column":23}}})) != null ? stack1 : "")
    + "\n    weight: 100\n  port:\n    targetPort: http\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"tls") : depth0),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":24,"column":7}}})) != null ? stack1 : "");
},"useData":true}
}


/***/ })

};
