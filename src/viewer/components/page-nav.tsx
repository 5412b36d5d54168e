import "./page-nav.css";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { findPage, PAGE_GROUPS, PAGES } from "../pages/registry.ts";
import { useView, useViewStore } from "../state/store.ts";
import { Icon } from "./icons.tsx";

const GROUPS = PAGE_GROUPS.map((name) => ({
  name,
  pages: PAGES.filter((page) => page.group === name && page.listed !== false),
})).filter(({ pages }) => pages.length > 0);

/** All pages side by side, as the sections of a newspaper; on screens that are wide enough for it. */
export function PageBar() {
  const store = useViewStore();
  const current = findPage(useView(({ page }) => page)).id;
  return (
    <nav className="page-bar" aria-label="Pages">
      {GROUPS.map(({ name, pages }) => (
        <ul key={name} aria-label={name}>
          {pages.map(({ id, label }) => (
            <li key={id}>
              <Button
                data-page={id}
                aria-current={current === id ? "page" : undefined}
                onPress={() => store.dispatch({ type: "show-page", page: id })}
              >
                {label}
              </Button>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

/** The same as a menu, where the bar does not fit. */
export function PageMenu() {
  const store = useViewStore();
  const current = findPage(useView(({ page }) => page));
  return (
    <div className="page-menu-slot">
      <MenuTrigger>
        <Button className="page-menu-button" aria-label={`Page: ${current.label}. Go to another`}>
          <Icon name="menu" /> <span>{current.label}</span>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="page-menu"
            aria-label="Pages"
            onAction={(id) => store.dispatch({ type: "show-page", page: String(id) })}
          >
            {GROUPS.map(({ name, pages }) => (
              <MenuSection key={name} id={name}>
                <Header>{name}</Header>
                {pages.map(({ id, label, hint, icon }) => (
                  <MenuItem key={id} id={id} textValue={label} aria-current={current.id === id ? "page" : undefined}>
                    <Icon name={icon} />
                    <span className="page-menu-label">{label}</span>
                    <span className="page-menu-hint">{hint}</span>
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
