// The app's menu (自定义菜单): how to ask, the township here, the page.
import { wording } from '../wording.zh.js';
const HELP = 'dd-help';
const CURRENT = 'dd-current';
/** What a press of a menu button asks. */
export const MENU_KEYS = new Map([
    [HELP, wording.menuQuestions.help],
    [CURRENT, wording.menuQuestions.current],
]);
/** For menu/create. Names are within 16 bytes. */
export const toMenu = (baseUrl) => ({
    button: [
        { type: 'click', name: wording.menu.help, key: HELP },
        { type: 'click', name: wording.menu.current, key: CURRENT },
        ...(baseUrl === null ? [] : [{ type: 'view', name: wording.menu.page, url: baseUrl }]),
    ],
});
