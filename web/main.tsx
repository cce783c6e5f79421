import './style.css'
import './ui/controls.css'
import './ui/messages.css'
import './ui/layout.css'
import './ui/header.css'
import './explore/explore.css'
import './consultation/consultation.css'
import './ui/print.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element #app')
render(() => <App />, place)
